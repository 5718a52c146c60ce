import type { Workload } from '../cluster/Cluster.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import { isEmptyPortSet, subtractPorts, unionPorts } from '../net/portAlgebra.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { findDnsLost } from './findDnsLost.ts';
import type { Intent, IntentTarget } from './Intent.ts';
import { listFlowChanges } from './listFlowChanges.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { FlowChange } from './FlowChange.ts';
import { shownChanges, type Consequence, type Effect } from './Proposal.ts';
import { createTargetTest } from './resolveTarget.ts';

/** What differs between two evaluations, seen from an intent. */
export function measureEffect(before: PlanningBase, after: PlanningBase, intent: Intent): Omit<Effect, 'isCertain'> {
  const rename = createRenaming(before, intent);
  const changes = listFlowChanges(before.connectivity, after.connectivity, rename);
  const isIntended = createIntentTest(before, intent);
  const intended = changes.filter(isIntended);
  const others = changes.filter((change) => !isIntended(change));
  const counts = { gained: 0, lost: 0, changed: 0 };
  for (const change of changes) counts[kindOf(change)] += 1;
  return {
    changes: [...intended, ...others].slice(0, shownChanges),
    intended: intended.length,
    counts,
    consequences: [
      ...findDnsLost(after.connectivity, changes, rename),
      ...findIsolationChanges(before.connectivity, after.connectivity, rename),
    ],
  };
}

/** Under which id a workload is found after an intent: another one only for what it renames, and what is in that. */
function createRenaming({ manifests }: PlanningBase, intent: Intent): (id: string) => string {
  if (intent.type !== 'rename') return (id) => id;
  const object = manifests.objects.find(({ id }) => id === intent.object);
  if (!object) return (id) => id;
  if (object.type !== 'namespace') {
    const renamed = [object.namespace, object.kind, intent.name].join('/');
    return (id) => (id === object.id ? renamed : id);
  }
  const prefix = `${object.name}/`;
  return (id) => (id.startsWith(prefix) ? `${intent.name}/${id.slice(prefix.length)}` : id);
}

/** Whether a flow comes, goes or has other ports, certain and uncertain ones taken together. */
export function kindOf({ before, after, uncertainBefore, uncertainAfter }: FlowChange): 'gained' | 'lost' | 'changed' {
  if (isEmptyPortSet(before) && isEmptyPortSet(uncertainBefore)) return 'gained';
  return isEmptyPortSet(after) && isEmptyPortSet(uncertainAfter) ? 'lost' : 'changed';
}

/** The certain ports of a flow on one side, and all that it may have. */
const levelsOf = (change: FlowChange, side: 'before' | 'after') => {
  const [certain, uncertain] =
    side === 'before' ? [change.before, change.uncertainBefore] : [change.after, change.uncertainAfter];
  return { certain, all: unionPorts(certain, uncertain) };
};

/** Which flows an intent is about: those between its ends, or those of its target. */
function createIntentTest(base: PlanningBase, intent: Intent): (change: FlowChange) => boolean {
  if (intent.type === 'allow' || intent.type === 'deny') {
    const isFrom = createTest(base, intent.from);
    const isTo = createTest(base, intent.to);
    return ({ from, to }) => isFrom(from) && isTo(to);
  }
  if (intent.type === 'isolate' || intent.type === 'open') {
    const isTarget = createTest(base, [intent.target]);
    const [inwards, outwards] = (['ingress', 'egress'] as const).map((direction) =>
      intent.directions.includes(direction),
    );
    // Isolating is not meant to open anything, nor opening to close it.
    const isMeant = (change: FlowChange): boolean => {
      const [was, is] = [levelsOf(change, 'before'), levelsOf(change, 'after')];
      return isEmptyPortSet(
        intent.type === 'isolate' ? subtractPorts(is.certain, was.all) : subtractPorts(was.certain, is.all),
      );
    };
    return (change) =>
      ((inwards === true && isTarget(change.to)) || (outwards === true && isTarget(change.from))) && isMeant(change);
  }
  return () => false;
}

const createTest = (base: PlanningBase, targets: readonly IntentTarget[]): ((id: string) => boolean) => {
  const tests = targets.map((target) => createTargetTest(base, target));
  return (id) => tests.some((test) => test(id));
};

const directions: readonly Direction[] = ['ingress', 'egress'];

/** Workloads some pod of which policies begin or cease to isolate. */
export function findIsolationChanges(
  before: Connectivity,
  after: Connectivity,
  rename: (id: string) => string = (id) => id,
): readonly Consequence[] {
  const old = new Map<string, Workload>(before.cluster.workloads.map((workload) => [rename(workload.id), workload]));
  const isAnyIsolated = (connectivity: Connectivity, pods: readonly number[], direction: Direction): boolean =>
    pods.some((pod) => connectivity.isolationOf(pod, direction) === 'isolated');
  return after.cluster.workloads.flatMap((workload) => {
    const was = old.get(workload.id);
    if (!was) return [];
    return directions.flatMap((direction): Consequence[] => {
      const [isolated, is] = [
        isAnyIsolated(before, was.pods, direction),
        isAnyIsolated(after, workload.pods, direction),
      ];
      return isolated === is ? [] : [{ code: is ? 'ISOLATED' : 'OPENED', node: was.id, direction }];
    });
  });
}
