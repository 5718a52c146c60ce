export const protocols = ['TCP', 'UDP', 'SCTP'] as const;
export type Protocol = (typeof protocols)[number];

/** Inclusive port intervals: sorted, disjoint, not adjacent, each within 1-65535. */
export type PortIntervals = readonly (readonly [number, number])[];

/**
 * A set of (protocol, port) pairs: an immutable value in normal form, so that equal sets have equal data.
 * Plain data on purpose: it crosses the worker boundary as it is.
 */
export type PortSet = Readonly<Record<Protocol, PortIntervals>>;
