import {
  equalIntervals,
  hasValue,
  intersectIntervals,
  normalizeIntervals,
  subtractIntervals,
  unionIntervals,
} from './intervals.ts';
import type { Steps } from './intervals.ts';
import { protocols } from './PortSet.ts';
import type { PortIntervals, PortSet, Protocol } from './PortSet.ts';

const steps: Steps<number> = { next: (port) => port + 1, previous: (port) => port - 1 };

const firstPort = 1;
const lastPort = 65535;
const allOfProtocol: PortIntervals = [[firstPort, lastPort]];

/** No port of any protocol. */
export const emptyPortSet: PortSet = { TCP: [], UDP: [], SCTP: [] };

/** Ports 1-65535 of TCP, UDP and SCTP. Other protocols have no ports and are outside the model (docs/semantics). */
export const everyPort: PortSet = { TCP: allOfProtocol, UDP: allOfProtocol, SCTP: allOfProtocol };

/** One port, or the ports `from`-`to` (both included, cut to 1-65535), of one protocol; without numbers, all of it. */
export const portSetOf = (protocol: Protocol, from?: number, to = from): PortSet => {
  const first = Math.max(from ?? firstPort, firstPort);
  const last = Math.min(to ?? lastPort, lastPort);
  return { ...emptyPortSet, [protocol]: first <= last ? [[first, last]] : [] };
};

/** Intervals in any order, overlapping or not, as a set; ports outside 1-65535 are dropped. */
export const toPortSet = (
  intervals: Readonly<Partial<Record<Protocol, readonly (readonly [number, number])[]>>>,
): PortSet => {
  const normal = (protocol: Protocol) =>
    intersectIntervals(normalizeIntervals(intervals[protocol] ?? [], steps), allOfProtocol);
  return { TCP: normal('TCP'), UDP: normal('UDP'), SCTP: normal('SCTP') };
};

export const unionPorts = (a: PortSet, b: PortSet): PortSet => ({
  TCP: unionIntervals(a.TCP, b.TCP, steps),
  UDP: unionIntervals(a.UDP, b.UDP, steps),
  SCTP: unionIntervals(a.SCTP, b.SCTP, steps),
});

export const intersectPorts = (a: PortSet, b: PortSet): PortSet => ({
  TCP: intersectIntervals(a.TCP, b.TCP),
  UDP: intersectIntervals(a.UDP, b.UDP),
  SCTP: intersectIntervals(a.SCTP, b.SCTP),
});

/** What is in `a` and not in `b`. */
export const subtractPorts = (a: PortSet, b: PortSet): PortSet => ({
  TCP: subtractIntervals(a.TCP, b.TCP, steps),
  UDP: subtractIntervals(a.UDP, b.UDP, steps),
  SCTP: subtractIntervals(a.SCTP, b.SCTP, steps),
});

export const isEmptyPortSet = (set: PortSet): boolean => protocols.every((protocol) => set[protocol].length === 0);

export const equalPortSets = (a: PortSet, b: PortSet): boolean =>
  protocols.every((protocol) => equalIntervals(a[protocol], b[protocol]));

export const hasPort = (set: PortSet, protocol: Protocol, port: number): boolean => hasValue(set[protocol], port);

/** The same text for equal sets and only for those: a key for maps. */
export const toPortKey = (set: PortSet): string =>
  protocols.map((protocol) => set[protocol].map(([first, last]) => `${first}-${last}`).join(',')).join('|');
