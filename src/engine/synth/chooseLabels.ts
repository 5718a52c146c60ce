import type { Pod, WorkloadId } from '../cluster/Cluster.ts';
import type { LabelSelector, LabelSet } from '../labels/LabelSelector.ts';
import { matchesSelector } from '../labels/matchesSelector.ts';
import { isStableLabel } from './isStableLabel.ts';

/** Labels to select pods by, and the other workloads of the namespace that carry them too. */
export interface LabelChoice {
  readonly labels: LabelSet;
  readonly shared: readonly WorkloadId[];
}

/** The keys by which people tell workloads apart, the most telling first; others are dropped before these. */
const tellingKeys = [
  'app',
  'app.kubernetes.io/name',
  'k8s-app',
  'name',
  'app.kubernetes.io/component',
  'component',
  'app.kubernetes.io/instance',
  'role',
  'tier',
];

/**
 * The labels that select exactly `pods` (all of one namespace) among `neighbours` (every pod of that namespace): the
 * workload's own selector if it does, else the fewest of the stable labels that all the pods share. When no labels tell
 * the pods from others, the narrowest, and whose pods those others are. Null when the pods share no stable label.
 */
export function chooseLabels(
  pods: readonly Pod[],
  { neighbours, selector }: { readonly neighbours: readonly Pod[]; readonly selector: LabelSelector | null },
): LabelChoice | null {
  const wanted = new Set(pods.map(({ index }) => index));
  const findOthers = (labels: LabelSet): readonly Pod[] =>
    neighbours.filter(
      (pod) =>
        !wanted.has(pod.index) &&
        !pod.hostNetwork &&
        matchesSelector({ matchLabels: labels, matchExpressions: [] }, pod.labels),
    );
  const common = findCommonLabels(pods);
  const own = Object.entries(selector?.matchLabels ?? {}).filter(([key, value]) => common[key] === value);
  const ownLabels = Object.fromEntries(own);
  if (own.length > 0 && findOthers(ownLabels).length === 0) return { labels: ownLabels, shared: [] };
  if (Object.keys(common).length === 0) return null;
  const others = findOthers(common);
  const labels = Object.keys(common)
    .sort((a, b) => rankKey(b) - rankKey(a))
    .reduce((kept, key) => {
      const fewer = omitKey(kept, key);
      const isEnough = Object.keys(fewer).length > 0 && findOthers(fewer).length === others.length;
      return isEnough ? fewer : kept;
    }, common);
  return { labels, shared: [...new Set(others.map(({ workload }) => workload))] };
}

/** The stable labels that all the pods carry with one value, in the order of the first. */
function findCommonLabels(pods: readonly Pod[]): LabelSet {
  const [first, ...rest] = pods;
  if (!first) return {};
  return Object.fromEntries(
    Object.entries(first.labels).filter(
      ([key, value]) =>
        isStableLabel(key) && rest.every(({ labels }) => Object.hasOwn(labels, key) && labels[key] === value),
    ),
  );
}

/** How telling a label key is; the smaller, the more. */
export function rankKey(key: string): number {
  const position = tellingKeys.indexOf(key);
  return position === -1 ? tellingKeys.length : position;
}

const omitKey = (labels: LabelSet, omitted: string): LabelSet =>
  Object.fromEntries(Object.entries(labels).filter(([key]) => key !== omitted));
