import type { Admitted, Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { intersectIps, isEmptyIpSet } from '../net/ipAlgebra.ts';
import { intersectPorts, isEmptyPortSet, subtractPorts, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { IntentOf, IntentTarget } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';
import { toRequestedPorts } from './requestedPorts.ts';
import { resolveTarget, type TargetEnd } from './resolveTarget.ts';

/**
 * Whether every source reaches every target on all the ports; `maybe`: some of it only perhaps. Pods that no selector
 * reaches are left aside.
 */
export function holdsAllow(before: PlanningBase, after: PlanningBase, intent: IntentOf<'allow'>): boolean | 'maybe' {
  const { from, to, ports } = intent;
  const requested = toRequestedPorts(ports);
  const isAll = (set: PortSet): boolean => isEmptyPortSet(subtractPorts(requested, set));
  if (everyPair(before, after, from, to, (flow) => isAll(flow.ports))) return true;
  return everyPair(before, after, from, to, (flow) => isAll(unionPorts(flow.ports, flow.uncertain))) && 'maybe';
}

/**
 * Whether no source reaches any target on any of the ports; `maybe`: none does for certain. Pods that no selector reaches
 * are left aside.
 */
export function holdsDeny(before: PlanningBase, after: PlanningBase, intent: IntentOf<'deny'>): boolean | 'maybe' {
  const { from, to, ports } = intent;
  const requested = toRequestedPorts(ports);
  const isNone = (set: PortSet): boolean => isEmptyPortSet(intersectPorts(requested, set));
  if (!everyPair(before, after, from, to, (flow) => isNone(flow.ports))) return false;
  return everyPair(before, after, from, to, (flow) => isNone(flow.uncertain)) || 'maybe';
}

/**
 * Asks of every pair of the ends that policies decide about: not of a pod and itself or its own node, nor of pods on the
 * host network, nor of two ends outside. Of pods of one class, one is asked for all.
 */
function everyPair(
  before: PlanningBase,
  after: PlanningBase,
  from: readonly IntentTarget[],
  to: readonly IntentTarget[],
  test: (flow: Admitted) => boolean,
): boolean {
  const { connectivity } = after;
  const list = (targets: readonly IntentTarget[]) =>
    targets.map((target) => {
      // Addresses are those of the old evaluation: the plan may have cut externals anew.
      const end = resolveTarget(target.type === 'node' ? before : after, target);
      return end && listEndpoints(connectivity, end);
    });
  const [sources, targets] = [list(from), list(to)];
  if (sources.includes(null) || targets.includes(null)) return false;
  const seen = new Set<string>();
  const keyOf = (ref: EndpointRef) =>
    ref.type === 'pod' ? String(connectivity.classOf(ref.index)) : `external ${ref.index}`;
  for (const a of sources.flatMap((refs) => refs ?? [])) {
    for (const b of targets.flatMap((refs) => refs ?? [])) {
      if (a.type === 'external' && b.type === 'external') continue;
      const isPods = a.type === 'pod' && b.type === 'pod';
      const isSelf = isPods && a.index === b.index;
      if (isPods && !isSelf && connectivity.locality(a.index, b.index) !== 'apart') continue;
      const key = `${keyOf(a)} ${keyOf(b)}${isSelf ? ' self' : ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (!test(isSelf && a.type === 'pod' ? connectivity.flowToReplica(a.index) : connectivity.flow(a, b)))
        return false;
    }
  }
  return true;
}

function listEndpoints(connectivity: Connectivity, end: TargetEnd): readonly EndpointRef[] {
  if (end.type === 'addresses') {
    return connectivity.externals
      .filter(({ addresses }) => !isEmptyIpSet(intersectIps(addresses, end.addresses)))
      .map(({ index }) => ({ type: 'external', index }));
  }
  const { cluster } = connectivity;
  const own = new Set<string>(end.pods.map(({ workload }) => workload));
  return cluster.workloads
    .filter(({ id, namespace }) => (end.workload ? own.has(id) : namespace === end.namespace))
    .flatMap(({ pods }) => pods)
    .filter((index) => !cluster.pods[index]!.hostNetwork)
    .map((index) => ({ type: 'pod', index }));
}
