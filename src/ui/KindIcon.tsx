import {
  Box,
  Boxes,
  CalendarClock,
  CircleDot,
  Copy,
  Database,
  Globe,
  Layers,
  Server,
  Shield,
  SquareDashed,
  SquareCheckBig,
  type LucideIcon,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  Namespace: Boxes,
  Deployment: Layers,
  StatefulSet: Database,
  DaemonSet: Server,
  ReplicaSet: Copy,
  ReplicationController: Copy,
  Job: SquareCheckBig,
  CronJob: CalendarClock,
  Pod: CircleDot,
  External: Globe,
  NetworkPolicy: Shield,
  Selector: SquareDashed,
};

/** The kinds that have a sign of their own. */
export const iconKinds: ReadonlySet<string> = new Set(Object.keys(icons));

/** The sign of a kind; its word always stands somewhere near. */
export function KindIcon({ kind, size = 14 }: { kind: string; size?: number }) {
  const Icon = icons[kind] ?? Box;
  return <Icon size={size} strokeWidth={1.75} aria-hidden />;
}
