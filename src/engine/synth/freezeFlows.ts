import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import type { Pod } from '../cluster/Cluster.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { emptyPortSet, everyPort, equalPortSets, isEmptyPortSet, toPortKey, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { TargetEnd } from './resolveTarget.ts';
import { toPortItems } from './subtractPortItems.ts';
import { toPeerItems } from './toPeerItems.ts';

/** Rules that allow what flows today, and the ends that no peer can name and that are therefore lost. */
export interface FrozenFlows {
  readonly rules: readonly YamlValue[];
  readonly nameless: readonly string[];
}

/**
 * Explicit rules for all that flows for certain to (ingress) or from (egress) these pods, for a policy in `namespace`: a
 * rule for each set of ports, with the ends that have it. Everyone together is a rule without peers; all workloads of a
 * namespace are the namespace.
 */
export function freezeFlows(
  base: PlanningBase,
  pods: readonly Pod[],
  direction: Direction,
  namespace: string,
): FrozenFlows {
  const { connectivity } = base;
  const groups = new Map<string, { readonly ports: PortSet; readonly ends: TargetEnd[] }>();
  const ends = listEnds(base);
  for (const end of ends) {
    const ports = findPorts(connectivity, pods, end, direction);
    if (isEmptyPortSet(ports)) continue;
    const key = toPortKey(ports);
    const group = groups.get(key) ?? { ports, ends: [] };
    groups.set(key, group);
    group.ends.push(end);
  }
  const nameless: string[] = [];
  const rules = [...groups.values()].map(({ ports, ends: own }): YamlValue => {
    const isEveryone = own.length === ends.length;
    const peers = isEveryone ? [] : listPeers(base, own, namespace, nameless);
    const key = direction === 'ingress' ? 'from' : 'to';
    return {
      ...(!isEveryone && { [key]: peers }),
      ...(!equalPortSets(ports, everyPort) && { ports: toPortItems(ports) }),
    };
  });
  return { rules: rules.filter(saysSomething(direction)), nameless };
}

/** A rule whose every peer could not be named would mean everyone. */
const saysSomething =
  (direction: Direction) =>
  (rule: YamlValue): boolean => {
    if (rule === null || typeof rule !== 'object') return false;
    const peers = (rule as Readonly<Record<string, YamlValue>>)[direction === 'ingress' ? 'from' : 'to'];
    return !Array.isArray(peers) || peers.length > 0;
  };

/** Every node that a flow can have as its other end. */
function listEnds({ connectivity: { cluster, externals } }: PlanningBase): readonly TargetEnd[] {
  return [
    ...cluster.workloads.map((workload): TargetEnd => {
      const pods = workload.pods.flatMap((index) => cluster.pods[index] ?? []);
      const { id, name, namespace } = workload;
      return { type: 'pods', id, name, namespace, workload, pods };
    }),
    ...externals.map(({ id, label, addresses }): TargetEnd => ({
      type: 'addresses',
      id,
      name: label,
      addresses,
      block: null,
    })),
  ];
}

function findPorts(connectivity: Connectivity, pods: readonly Pod[], end: TargetEnd, direction: Direction): PortSet {
  const others: readonly EndpointRef[] =
    end.type === 'pods'
      ? end.pods.map(({ index }) => ({ type: 'pod', index }))
      : [{ type: 'external', index: connectivity.externals.findIndex(({ id }) => id === end.id) }];
  const seen = new Set<string>();
  let ports = emptyPortSet;
  for (const { index } of pods) {
    for (const other of others) {
      const isSelf = other.type === 'pod' && other.index === index;
      if (other.type === 'pod' && !isSelf && connectivity.locality(index, other.index) === 'local') continue;
      const key = `${connectivity.classOf(index)} ${other.type === 'pod' ? connectivity.classOf(other.index) : 'x'} ${isSelf}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const pod: EndpointRef = { type: 'pod', index };
      const [from, to] = direction === 'ingress' ? [other, pod] : [pod, other];
      const flow = isSelf ? connectivity.flowToReplica(index) : connectivity.flow(from, to);
      ports = unionPorts(ports, flow.ports);
    }
  }
  return ports;
}

function listPeers(
  base: PlanningBase,
  ends: readonly TargetEnd[],
  namespace: string,
  nameless: string[],
): readonly YamlValue[] {
  const ids = new Set(ends.map(({ id }) => id));
  const { workloads } = base.connectivity.cluster;
  const names = [...new Set(ends.flatMap((end) => (end.type === 'pods' ? [end.namespace] : [])))];
  const whole = new Set(
    names.filter((name) => workloads.filter((one) => one.namespace === name).every(({ id }) => ids.has(id))),
  );
  const named: TargetEnd[] = names
    .filter((name) => whole.has(name))
    .map((name) => ({ type: 'pods', id: `namespace:${name}`, name, namespace: name, workload: null, pods: [] }));
  const peers = [...named, ...ends.filter((end) => end.type === 'addresses' || !whole.has(end.namespace))];
  return peers.flatMap((end) => {
    if (end.type === 'pods' && end.workload !== null && end.pods.every(({ hostNetwork }) => hostNetwork)) return [];
    const items = toPeerItems(base, [end], namespace);
    if (items === null) nameless.push(end.id);
    return items?.items ?? [];
  });
}
