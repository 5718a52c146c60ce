import { formatPortSet, protocols, type PortSet } from '../../engine/index.ts';

const isWhole = (intervals: PortSet['TCP']): boolean =>
  intervals.length === 1 && intervals[0]?.[0] === 1 && intervals[0][1] === 65535;

export const hasPorts = (set: PortSet): boolean => protocols.some((protocol) => set[protocol].length > 0);

/** A port set in the room of an edge's label: `8080`, `UDP 53`, `5432, 9187`, `every port`, `80, 443 +3`. TCP goes unsaid. */
export function formatPorts(set: PortSet): string {
  if (protocols.every((protocol) => isWhole(set[protocol]))) return 'every port';
  const parts = protocols.flatMap((protocol) => {
    const intervals = set[protocol];
    if (isWhole(intervals)) return [`every ${protocol} port`];
    return intervals.map(([first, last], at) => {
      const ports = first === last ? `${first}` : `${first}–${last}`;
      return protocol !== 'TCP' && at === 0 ? `${protocol} ${ports}` : ports;
    });
  });
  const shown = parts.slice(0, 2).join(', ');
  return parts.length > 2 ? `${shown} +${parts.length - 2}` : shown || formatPortSet(set);
}
