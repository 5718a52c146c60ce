import type { Cluster, Namespace, Pod, Workload, WorkloadId } from '../cluster/Cluster.ts';
import type { LabelSelector, LabelSet } from '../labels/LabelSelector.ts';
import { isEmptySelector, matchesSelector } from '../labels/matchesSelector.ts';
import { matchSelector } from '../labels/matchSelector.ts';
import type { ObjectSource } from '../manifest/KubernetesObject.ts';
import type { PodSelection } from './PolicyRule.ts';
import type { PolicySet } from './readPolicies.ts';
import { nameLabel } from '../labels/nameLabel.ts';

/** The kind of what selectors stand for. */
export const supposedKind = 'Selector';

/** A peer of more namespaces than this is drawn once, in a namespace that stands for them. */
const mostNamespaces = 3;

/**
 * Where an import has policies and no workload at all: the cluster with one workload for each selector of theirs, a pod
 * with exactly the labels that it asks for, without named ports. What the import has is in `imported`. Else the same cluster.
 */
export function supposeWorkloads(cluster: Cluster, { readings }: Pick<PolicySet, 'readings'>): Cluster {
  if (cluster.workloads.length > 0) return cluster;
  const supposed = new Map<string, SupposedPod>();
  const namespaces = new Map(cluster.namespaces.map((namespace) => [namespace.name, namespace]));
  for (const { policy, object } of readings.values()) {
    if (policy === null) continue;
    const note = (selection: PodSelection): void => {
      const labels = satisfy(selection.pods);
      if (labels === null) return;
      for (const namespace of listNamespaces(selection, namespaces)) {
        if (!namespaces.has(namespace.name)) namespaces.set(namespace.name, namespace);
        const pod = { namespace: namespace.name, name: formatLabels(labels), labels, source: object.source };
        const id = toId(pod);
        if (!supposed.has(id)) supposed.set(id, pod);
      }
    };
    note(policy.subject);
    for (const { peers } of policy.rules)
      for (const peer of peers ?? []) if (peer.type === 'pods') note(peer.selection);
  }
  if (supposed.size === 0) return cluster;
  const order = [...namespaces.keys()];
  const inOrder = [...supposed.values()].sort((a, b) => order.indexOf(a.namespace) - order.indexOf(b.namespace));
  return {
    ...cluster,
    namespaces: [...namespaces.values()],
    workloads: inOrder.map(toWorkload),
    pods: inOrder.map(toPod),
    imported: cluster,
  };
}

/** What the import itself has. */
export const toImported = (cluster: Cluster): Cluster => cluster.imported ?? cluster;

/** Whether a namespace of that name stands for those that a selector means; no real name has a space. */
export const isSupposedNamespace = (name: string): boolean => name.includes(' ');

interface SupposedPod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: LabelSet;
  readonly source: ObjectSource;
}

const toId = ({ namespace, name }: SupposedPod): WorkloadId => `${namespace}/${supposedKind}/${name}` as WorkloadId;

const toWorkload = (pod: SupposedPod, index: number): Workload => ({
  index,
  id: toId(pod),
  kind: supposedKind,
  namespace: pod.namespace,
  name: pod.name,
  replicas: null,
  pods: [index],
  labels: pod.labels,
  ports: [],
  selector: { matchLabels: pod.labels, matchExpressions: [] },
  hostNetwork: false,
  canHaveTwoPods: true,
  source: null,
});

const toPod = (pod: SupposedPod, index: number): Pod => ({
  index,
  id: toId(pod),
  namespace: pod.namespace,
  name: pod.name,
  labels: pod.labels,
  ports: [],
  ips: [],
  addresses: [],
  hostIp: null,
  hostNetwork: false,
  representative: true,
  workload: toId(pod),
  source: pod.source,
});

/** The namespaces that a selection means, as far as the import knows any; else one that stands for them. */
function listNamespaces(
  { namespaces: wanted }: PodSelection,
  known: ReadonlyMap<string, Namespace>,
): readonly Namespace[] {
  if (wanted.type === 'named') return [known.get(wanted.name) ?? describe(wanted.name, {}, false)];
  const { selector } = wanted;
  if (isEmptySelector(selector)) return [describe('any namespace', {}, true)];
  const matching = [...known.values()].filter(
    ({ labels, described }) => matchSelector(selector, labels, (key) => !described && key !== nameLabel) === 'yes',
  );
  if (matching.length > 0 && matching.length <= mostNamespaces) return matching;
  const labels = satisfy(selector);
  if (labels === null) return [];
  const own = Object.hasOwn(labels, nameLabel) ? labels[nameLabel]! : null;
  if (own !== null) return [describe(own, labels, false)];
  return [describe(`namespaces with ${formatLabels(labels, 'other labels')}`, labels, true)];
}

const describe = (name: string, labels: LabelSet, described: boolean): Namespace => ({
  name,
  labels: { ...labels, [nameLabel]: name },
  described,
  source: null,
});

/** The fewest labels that meet a selector; null when none do. A label that only has to be there gets a value of its own. */
function satisfy(selector: LabelSelector): LabelSet | null {
  const labels = new Map(Object.entries(selector.matchLabels));
  for (const { key, operator, values } of selector.matchExpressions) {
    if (labels.has(key)) continue;
    if (operator === 'In') labels.set(key, values[0]!);
    if (operator === 'Exists') labels.set(key, 'any');
  }
  const found = Object.fromEntries(labels);
  return matchesSelector(selector, found) ? found : null;
}

/** `app=web, tier=db`, keys in order. */
function formatLabels(labels: LabelSet, none = 'any other pod'): string {
  const parts = Object.keys(labels)
    .sort()
    .map((key) => `${key}=${labels[key]!}`);
  return parts.length === 0 ? none : parts.join(', ');
}
