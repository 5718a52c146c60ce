/** Inclusive address intervals as integers: sorted, disjoint, not adjacent. */
export type AddressIntervals = readonly (readonly [bigint, bigint])[];

/** A set of IPv4 and IPv6 addresses: an immutable value in normal form. IPv4-mapped IPv6 addresses count as IPv4. */
export interface IpSet {
  readonly v4: AddressIntervals;
  readonly v6: AddressIntervals;
}
