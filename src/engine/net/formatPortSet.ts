import { equalPortSets, everyPort } from './portAlgebra.ts';
import { protocols } from './PortSet.ts';
import type { PortIntervals, PortSet } from './PortSet.ts';

const formatIntervals = (intervals: PortIntervals): string =>
  intervals.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');

const isWhole = (intervals: PortIntervals): boolean =>
  intervals.length === 1 && intervals[0]![0] === 1 && intervals[0]![1] === 65535;

/** For people: `TCP 80, 443 · UDP 53`, `every TCP port`, `every port`, `no port`. */
export const formatPortSet = (set: PortSet): string => {
  if (equalPortSets(set, everyPort)) return 'every port';
  const parts = protocols
    .filter((protocol) => set[protocol].length > 0)
    .map((protocol) =>
      isWhole(set[protocol]) ? `every ${protocol} port` : `${protocol} ${formatIntervals(set[protocol])}`,
    );
  return parts.length === 0 ? 'no port' : parts.join(' · ');
};
