import type { Match } from '../labels/Match.ts';
import type { PortCalculus } from '../net/PortCalculus.ts';

/** What the rules of one policy that isolates an end (`match` yes), or perhaps does, admit of a pair. */
export interface PolicyAdmission<Ports> {
  readonly match: Match;
  /** Of the peer items that match for certain, and of all that perhaps do. */
  readonly certain: Ports;
  readonly possible: Ports;
}

/** Ports for certain, and all that are possible: those included. */
export interface Bounds<Ports> {
  readonly certain: Ports;
  readonly possible: Ports;
}

/**
 * What an end admits, from what each policy that (perhaps) isolates it does; without any, everything. Rules add up.
 * Policies that perhaps isolate it may not count at all: where no other isolates it, it is then open, and any of them may
 * be the only one that counts. `mayIgnoreAll`: so it is with all of them (a pod on the host network).
 */
export const admitByRules = <Ports>(
  calculus: PortCalculus<Ports>,
  policies: readonly PolicyAdmission<Ports>[],
  { mayIgnoreAll }: { readonly mayIgnoreAll: boolean },
): Bounds<Ports> => {
  const { empty, every, union, intersect } = calculus;
  const sure = policies.filter(({ match }) => match === 'yes');
  const certain =
    sure.length > 0
      ? sure.reduce((set, policy) => union(set, policy.certain), empty)
      : policies.reduce((set, policy) => intersect(set, policy.certain), every);
  if (sure.length === 0 || mayIgnoreAll) return { certain, possible: every };
  return { certain, possible: policies.reduce((set, policy) => union(set, policy.possible), certain) };
};
