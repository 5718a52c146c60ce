import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { Cause, DiffNode, NamespaceChange, PolicyChange, WorkloadChange } from './WorkspaceDiff.ts';

/** Everything that can be a cause, in one list: policies, alike workloads, namespaces, and what is not known. */
export interface CauseIndex {
  readonly causes: readonly Cause[];
  /** Position of the cause that stands for all that was not found. */
  readonly unknown: number;
  ofPolicy(id: ObjectId): number | undefined;
  /** The workload's own change and its namespace's; a workload that is new or gone has no other cause. */
  ofNode(node: DiffNode): readonly number[];
}

export const createCauseIndex = ({
  policies,
  workloads,
  namespaces,
}: {
  readonly policies: readonly PolicyChange[];
  readonly workloads: readonly WorkloadChange[];
  readonly namespaces: readonly NamespaceChange[];
}): CauseIndex => {
  const groups = groupAlike(workloads);
  const causes: Cause[] = [
    ...policies.map((_, index): Cause => ({ type: 'policy', index })),
    ...groups.map((indexes): Cause => ({ type: 'workloads', indexes })),
    ...namespaces.map((_, index): Cause => ({ type: 'namespace', index })),
    { type: 'unknown' },
  ];
  // Of policies that share an id (kinds that are not evaluated have no part in flows), the evaluated one counts.
  const byPolicy = new Map(
    policies.flatMap(({ id, before, after }, index) =>
      before === 'notEvaluated' || after === 'notEvaluated' ? [] : [[id, index] as const],
    ),
  );
  const byWorkload = new Map(
    groups.flatMap((indexes, group) => indexes.map((index) => [workloads[index]!.id, { group, index }] as const)),
  );
  const byNamespace = new Map(namespaces.map(({ name }, index) => [name, policies.length + groups.length + index]));
  return {
    causes,
    unknown: causes.length - 1,
    ofPolicy: (id) => byPolicy.get(id),
    ofNode: (node) => {
      if (node.type === 'external') return [];
      const workload = byWorkload.get(node.id);
      const own = workload === undefined ? [] : [policies.length + workload.group];
      if (workload !== undefined && workloads[workload.index]!.kind !== 'changed') return own;
      const namespace = byNamespace.get(node.namespace);
      return namespace === undefined ? own : [...own, namespace];
    },
  };
};

/** Positions of those of one namespace that came, went, or changed in the same respects. */
const groupAlike = (workloads: readonly WorkloadChange[]): readonly (readonly number[])[] => {
  const groups = new Map<string, number[]>();
  workloads.forEach(({ id, kind, facets }, index) => {
    const key = [id.split('/')[0], kind, ...facets].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return [...groups.values()];
};
