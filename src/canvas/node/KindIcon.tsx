import { Box, CalendarClock, Copy, Database, Layers, Play, Server, type LucideIcon } from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  Deployment: Layers,
  StatefulSet: Database,
  DaemonSet: Server,
  ReplicaSet: Copy,
  ReplicationController: Copy,
  Job: Play,
  CronJob: CalendarClock,
};

export function KindIcon({ kind }: { kind: string }) {
  const Icon = icons[kind] ?? Box;
  return <Icon size={14} strokeWidth={1.6} aria-hidden />;
}
