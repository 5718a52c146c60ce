import { formatPortSet, protocols, type PortSet } from '../../engine/index.ts';

const isWhole = (intervals: PortSet['TCP']): boolean =>
  intervals.length === 1 && intervals[0]?.[0] === 1 && intervals[0][1] === 65535;

export const hasPorts = (set: PortSet): boolean => protocols.some((protocol) => set[protocol].length > 0);

/** A port set in the room of an edge's label: `8080`, `UDP 53`, `53 TCP+UDP`, `5432, 9187`, `every port`, `80, 443 +3`. TCP goes unsaid. */
export function formatPorts(set: PortSet): string {
  if (protocols.every((protocol) => isWhole(set[protocol]))) return 'every port';
  const used = protocols.filter((protocol) => set[protocol].length > 0);
  const first = used[0];
  if (first !== undefined && used.length > 1 && used.every((protocol) => sameIntervals(set[protocol], set[first]))) {
    return `${shorten(set[first].map(formatInterval))} ${used.join('+')}`;
  }
  const parts = protocols.flatMap((protocol) => {
    const intervals = set[protocol];
    if (isWhole(intervals)) return [`every ${protocol} port`];
    return intervals.map((interval, at) =>
      protocol !== 'TCP' && at === 0 ? `${protocol} ${formatInterval(interval)}` : formatInterval(interval),
    );
  });
  return parts.length === 0 ? formatPortSet(set) : shorten(parts);
}

const shorten = (parts: readonly string[]): string =>
  parts.length > 2 ? `${parts.slice(0, 2).join(', ')} +${parts.length - 2}` : parts.join(', ');

const formatInterval = ([first, last]: readonly [number, number]): string =>
  first === last ? `${first}` : `${first}–${last}`;

const sameIntervals = (a: PortSet['TCP'], b: PortSet['TCP']): boolean =>
  a.length === b.length && a.every(([first, last], at) => b[at]?.[0] === first && b[at][1] === last);
