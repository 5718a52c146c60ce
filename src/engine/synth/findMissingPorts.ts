import type { Pod } from '../cluster/Cluster.ts';
import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { resolvePorts } from '../connectivity/resolvePorts.ts';
import { intersectIps, isEmptyIpSet } from '../net/ipAlgebra.ts';
import { emptyPortSet, subtractPorts, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { canSelect, canTakeIn, listPolicies, type PlanningBase } from './PlanningBase.ts';
import type { AddressesEnd, TargetEnd } from './resolveTarget.ts';

/** What of `ports` the subjects do not admit yet, for some pair of pods: egress at a source, ingress at a destination. */
export function findMissingPorts(
  base: PlanningBase,
  {
    direction,
    subjects,
    other,
    ports,
  }: {
    readonly direction: Direction;
    readonly subjects: readonly Pod[];
    readonly other: TargetEnd;
    readonly ports: PortSet;
  },
): PortSet {
  const { connectivity } = base;
  const others: readonly EndpointRef[] =
    other.type === 'addresses'
      ? listExternals(connectivity, other)
      : listSelectable(other.pods).map(({ index }) => ({ type: 'pod', index }));
  const seen = new Set<string>();
  let missing = emptyPortSet;
  for (const pod of subjects) {
    const { index } = pod;
    const subject: EndpointRef = { type: 'pod', index };
    for (const peer of others) {
      if (peer.type === 'pod' && peer.index === index && others.length === 1) {
        missing = unionPorts(missing, subtractPorts(ports, findReplicaPorts(base, direction, pod)));
      }
      if (peer.type === 'pod' && (peer.index === index || connectivity.locality(index, peer.index) === 'local'))
        continue;
      const key = `${connectivity.classOf(index)} ${peer.type === 'pod' ? connectivity.classOf(peer.index) : `external ${peer.index}`}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const [from, to] = direction === 'egress' ? [subject, peer] : [peer, subject];
      missing = unionPorts(missing, subtractPorts(ports, connectivity.admitted(direction, from, to).ports));
    }
  }
  return missing;
}

/** What the addresses are cut into today, as far as they reach. */
const listExternals = ({ externals }: Connectivity, { addresses }: AddressesEnd): readonly EndpointRef[] =>
  externals
    .filter((external) => !isEmptyIpSet(intersectIps(external.addresses, addresses)))
    .map(({ index }) => ({ type: 'external', index }));

/** Selectors never name a pod on the host network; where all are, that is the caller's to refuse. */
function listSelectable(pods: readonly Pod[]): readonly Pod[] {
  const selectable = pods.filter(({ hostNetwork }) => !hostNetwork);
  return selectable.length > 0 ? selectable : pods;
}

/** What a pod's policies admit of another one just like it, when it is the only one of its workload that is known. */
function findReplicaPorts(base: PlanningBase, direction: Direction, pod: Pod): PortSet {
  const { connectivity } = base;
  return listPolicies(base)
    .filter(({ subject }) => canSelect(connectivity, subject, pod))
    .flatMap(({ rules }) => rules)
    .filter((rule) => rule.direction === direction)
    .filter(({ peers }) => peers?.some((peer) => peer.type === 'pods' && canTakeIn(connectivity, peer, pod)) ?? true)
    .reduce((set, { ports }) => unionPorts(set, resolvePorts(ports, pod.ports)), emptyPortSet);
}
