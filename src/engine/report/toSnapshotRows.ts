import type { Cluster } from '../cluster/Cluster.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import type { KubernetesObject, ObjectId } from '../manifest/KubernetesObject.ts';
import type { ManifestSet } from '../manifest/ManifestSet.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { Policy, Tier } from '../policy/PolicyRule.ts';
import type { FlowTable, NamespaceView, SnapshotRows } from '../WorkspaceSnapshot.ts';
import { countKinds, type KindCount } from '../manifest/countKinds.ts';
import { isSameData, keepSame } from './snapshot/keepSame.ts';
import { resolveSubjects } from './snapshot/resolveSubjects.ts';
import { toDocumentViews } from './snapshot/toDocumentViews.ts';
import { toPlace } from './snapshot/toPlace.ts';
import { toPolicyViews } from './snapshot/toPolicyViews.ts';
import { toWorkloadRows } from './snapshot/toWorkloadRows.ts';

export interface SnapshotInput {
  readonly manifests: ManifestSet;
  readonly cluster: Cluster;
  readonly tiers: readonly Tier[];
  readonly connectivity: Connectivity;
  readonly problems: readonly Problem[];
  readonly notEvaluated: readonly KubernetesObject[];
}

/** What rows were made of before, and they themselves. */
export interface FormerRows {
  readonly input: Pick<SnapshotInput, 'manifests' | 'cluster'>;
  readonly rows: SnapshotRows;
}

/**
 * The analysis as the screen needs it: rows and columns instead of objects that refer to each other. Whatever says the same
 * as in `former` is the same object as there, lists and columns of flows included. The columns are the analysis' own.
 */
export function toSnapshotRows(input: SnapshotInput, former?: FormerRows): SnapshotRows {
  const previous = former?.rows;
  const { cluster, connectivity, manifests } = input;
  const documents = toDocumentViews(
    manifests,
    former && { manifests: former.input.manifests, views: former.rows.documents },
  );
  const policies = input.tiers.flatMap((tier) => tier.policies);
  const selects = resolveSubjects(connectivity, policies);
  const workloads = toWorkloadRows(connectivity, invert(policies, selects), {
    cluster: former?.input.cluster,
    rows: previous?.workloads,
  });
  const kindKey = (count: { apiVersion: string; kind: string }): string => `${count.apiVersion}/${count.kind}`;
  return {
    namespaces: keepSame(toNamespaceViews(cluster), previous?.namespaces, ({ name }) => name),
    workloads: keepSame(workloads, previous?.workloads, ({ id }) => id),
    policies: keepSame(toPolicyViews(policies, selects), previous?.policies, ({ id }) => id),
    externals: keepSame(
      connectivity.externals.map(({ id, label, ranges }) => ({ id, label, ranges })),
      previous?.externals,
      ({ id }) => id,
    ),
    flows: keepFlows(toFlowTable(connectivity), previous?.flows),
    portSets: keepSame([...connectivity.portSets], previous?.portSets, (set) => JSON.stringify(set)),
    documents: keepSame(documents, previous?.documents, ({ file, index }) => `${index} ${file}`),
    problems: keepSame(
      input.problems,
      previous?.problems,
      ({ code, at: { file, start } }) => `${code} ${start} ${file}`,
    ),
    otherKinds: keepSame(
      listKinds(manifests.objects.filter((object) => object.type === 'other')),
      previous?.otherKinds,
      kindKey,
    ),
    notEvaluated: keepSame(listKinds(input.notEvaluated), previous?.notEvaluated, kindKey),
    profile: connectivity.profile.name,
    supposed: connectivity.cluster.imported !== undefined,
  };
}

/** By kind. */
const listKinds = (objects: readonly KubernetesObject[]): readonly KindCount[] =>
  countKinds(objects).toSorted((a, b) => a.kind.localeCompare(b.kind) || a.apiVersion.localeCompare(b.apiVersion));

const toNamespaceViews = (cluster: Cluster): readonly NamespaceView[] =>
  cluster.namespaces.map(({ name, labels, described, source }) => ({ name, labels, described, at: toPlace(source) }));

/** By workload, the policies. */
const invert = (
  policies: readonly Policy[],
  selects: readonly (readonly number[])[],
): ReadonlyMap<number, readonly ObjectId[]> => {
  const policiesOf = new Map<number, ObjectId[]>();
  selects.forEach((workloads, index) => {
    const { id } = policies[index]!;
    for (const workload of workloads) {
      const list = policiesOf.get(workload);
      if (list === undefined) policiesOf.set(workload, [id]);
      else list.push(id);
    }
  });
  return policiesOf;
};

const toFlowTable = (connectivity: Connectivity): FlowTable => {
  const { length, from, to, ports, partial, uncertain, byRule, openCount, omitted } = connectivity.flowColumns();
  return { length, from, to, ports, partial, uncertain, byRule, openCount, omitted };
};

const keepFlows = (flows: FlowTable, previous: FlowTable | undefined): FlowTable =>
  previous !== undefined && flows.length === previous.length && isSameData(flows, previous) ? previous : flows;
