import { resolvePort, resolvePorts } from '../connectivity/resolvePorts.ts';
import { bothMatch } from '../labels/Match.ts';
import type { Match } from '../labels/Match.ts';
import { hasPort, isEmptyPortSet } from '../net/portAlgebra.ts';
import type { PolicyRule } from '../policy/PolicyRule.ts';
import type { SelectingPolicy } from './createPolicyFinder.ts';
import type { AdmittingRule } from './Explanation.ts';
import { listMissingOfPeer } from './listMissingFacts.ts';
import { matchOther } from './matchOther.ts';
import type { MissingFact } from './MissingFact.ts';
import type { Situation } from './Situation.ts';

/** `peerMatch`: of the peer item alone, whether or not the policy counts. */
export type Admission = AdmittingRule & { readonly peerMatch: Match };

/** What a policy's rules admit of the pair, whatever the port asked for; one for each peer item that matches or may. */
export const findAdmissions = (isolator: SelectingPolicy, situation: Situation): readonly Admission[] =>
  isolator.policy.rules
    .filter((rule) => rule.direction === situation.direction)
    .flatMap((rule) => {
      const ports = resolvePorts(rule.ports, situation.destination);
      if (isEmptyPortSet(ports)) return [];
      return matchingPeers(rule, situation).map((peer): Admission => {
        const portIndices = contributingPorts(rule, situation);
        return {
          rule: rule.origin,
          match: bothMatch(isolator.match, peer.match) === 'yes' ? 'yes' : 'maybe',
          peerMatch: peer.match,
          missing: [...isolator.missing, ...peer.missing],
          peerIndex: peer.index,
          peerOrigin: peer.index === null ? null : rule.peers![peer.index]!.origin,
          portIndices,
          portOrigin: portIndices?.[0] === undefined ? null : rule.ports![portIndices[0]]!.origin,
          ports,
        };
      });
    });

interface MatchingPeer {
  readonly index: number | null;
  readonly match: Match;
  readonly missing: readonly MissingFact[];
}

/** The peer items of a rule that take in the other end; a single null for a rule that lists none. */
const matchingPeers = ({ peers }: PolicyRule, situation: Situation): readonly MatchingPeer[] =>
  peers === null
    ? [{ index: null, match: 'yes', missing: [] }]
    : peers.flatMap((peer, index): MatchingPeer | [] => {
        const match = matchOther(peer, situation);
        if (match === 'no') return [];
        const { other, knowledge } = situation;
        return { index, match, missing: match === 'yes' ? [] : listMissingOfPeer(peer, other, knowledge) };
      });

const contributingPorts = ({ ports }: PolicyRule, { port, destination }: Situation): readonly number[] | null => {
  if (ports === null) return null;
  return ports.flatMap((match, index) => {
    const set = resolvePort(match, destination);
    const contributes = port === null ? !isEmptyPortSet(set) : hasPort(set, port.protocol, port.port);
    return contributes ? index : [];
  });
};
