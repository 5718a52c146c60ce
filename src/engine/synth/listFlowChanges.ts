import type { Connectivity, ExternalEndpoint, FlowEnd } from '../connectivity/Connectivity.ts';
import { intersectIps, isEmptyIpSet } from '../net/ipAlgebra.ts';
import { emptyPortSet, equalPortSets, toPortKey, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { FlowChange } from './PlanPreview.ts';

/**
 * The flows between workloads and externals whose ports differ, by the ids of `before` (of `after` for a workload that is
 * new). Externals may be cut differently before and after, since policies that name other addresses cut them: each old
 * one is compared with every new one that it shares addresses with, and listed once for each different outcome.
 */
export function listFlowChanges(before: Connectivity, after: Connectivity): readonly FlowChange[] {
  const counterparts = pairExternals(before.externals, after.externals);
  const old = indexFlows(before);
  const now = indexFlows(after);
  const changes = new Map<string, FlowChange>();
  const compare = (from: NodePair, to: NodePair): void => {
    const ports = old.get(toKey(from.before, to.before)) ?? emptyPortSet;
    const next = now.get(toKey(from.after, to.after)) ?? emptyPortSet;
    if (equalPortSets(ports, next)) return;
    const change = { from: from.before, to: to.before, before: ports, after: next };
    changes.set(toKey(change.from, change.to, toPortKey(next)), change);
  };
  for (const [key] of old) {
    for (const [from, to] of expandPair(key, counterparts.fromOld)) compare(from, to);
  }
  for (const [key] of now) {
    for (const [from, to] of expandPair(key, counterparts.fromNew)) compare(from, to);
  }
  return [...changes.values()];
}

const separator = '\n';
const toKey = (...parts: readonly string[]): string => parts.join(separator);

/** A node's id before and after. */
interface NodePair {
  readonly before: string;
  readonly after: string;
}

type Counterparts = ReadonlyMap<string, readonly NodePair[]>;

function pairExternals(
  before: readonly ExternalEndpoint[],
  after: readonly ExternalEndpoint[],
): { readonly fromOld: Counterparts; readonly fromNew: Counterparts } {
  const pairs = before.flatMap((old) =>
    after
      .filter((next) => !isEmptyIpSet(intersectIps(old.addresses, next.addresses)))
      .map((next): NodePair => ({ before: old.id, after: next.id })),
  );
  const group = (key: keyof NodePair): Counterparts => {
    const groups = new Map<string, NodePair[]>();
    for (const pair of pairs) groups.set(pair[key], [...(groups.get(pair[key]) ?? []), pair]);
    return groups;
  };
  return { fromOld: group('before'), fromNew: group('after') };
}

function expandPair(key: string, counterparts: Counterparts): readonly (readonly [NodePair, NodePair])[] {
  const [from = '', to = ''] = key.split(separator);
  const expand = (id: string): readonly NodePair[] => counterparts.get(id) ?? [{ before: id, after: id }];
  return expand(from).flatMap((a) => expand(to).map((b): readonly [NodePair, NodePair] => [a, b]));
}

/** All ports of a flow, partial ones included, by both ends. */
function indexFlows(connectivity: Connectivity): ReadonlyMap<string, PortSet> {
  const { cluster, externals } = connectivity;
  const idOf = ({ type, index }: FlowEnd): string =>
    (type === 'workload' ? cluster.workloads[index]?.id : externals[index]?.id) ?? '';
  return new Map(
    connectivity
      .workloadFlows()
      .map(({ from, to, ports, partial }) => [toKey(idOf(from), idOf(to)), unionPorts(ports, partial)]),
  );
}
