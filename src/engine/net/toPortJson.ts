import { protocols } from './PortSet.ts';
import type { PortSet, Protocol } from './PortSet.ts';

/** Inclusive, sorted, merged intervals by protocol; protocols without a port are left out (docs/command-line.md). */
export type PortJson = Partial<Record<Protocol, [number, number][]>>;

/** The form of `flows --format json`: `{ "TCP": [[80, 80], [443, 443]] }`; `{}` for no port. */
export const toPortJson = (set: PortSet): PortJson => {
  const json: PortJson = {};
  for (const protocol of protocols) {
    if (set[protocol].length > 0) json[protocol] = set[protocol].map(([first, last]) => [first, last]);
  }
  return json;
};
