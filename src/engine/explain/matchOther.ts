import { matchPod } from '../connectivity/matchesPeer.ts';
import type { Match } from '../labels/Match.ts';
import { containsIps, hasAddress } from '../net/ipAlgebra.ts';
import type { Peer } from '../policy/PolicyRule.ts';
import type { Situation } from './Situation.ts';

/**
 * Whether a peer item takes in the other end. External addresses that no rule tells apart are taken in all or none, but a
 * rule without effect may cut them: then the one asked for counts, or all of them.
 */
export const matchOther = (peer: Peer, { other, knowledge }: Pick<Situation, 'other' | 'knowledge'>): Match => {
  if (other.type === 'pod') return matchPod(peer, other.pod, knowledge);
  if (peer.type !== 'addresses') return 'no';
  const { asked, external } = other;
  const takesIn = asked === null ? containsIps(peer.addresses, external.addresses) : hasAddress(peer.addresses, asked);
  return takesIn ? 'yes' : 'no';
};
