import type { Pod } from '../../cluster/Cluster.ts';
import type { Connectivity } from '../../connectivity/Connectivity.ts';
import { matchSelection } from '../../connectivity/matchesPeer.ts';
import type { LabelSelector } from '../../labels/LabelSelector.ts';
import type { PodSelection } from '../../policy/PolicyRule.ts';
import type { FormRequirement, FormSelector } from './PolicyForm.ts';

/** A selector of a form, written or not: pods of the policy's namespace, or of the namespaces that have the labels. */
export interface SelectorQuestion {
  /** The policy's. */
  readonly namespace: string;
  readonly namespaces: FormSelector | null;
  readonly pods: FormSelector | null;
}

export interface MatchedWorkload {
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly pods: number;
  /** Taken in if what the import does not say turns out so. */
  readonly perhaps: number;
  /** Names of real pods, the first few; none where the import has only the template. */
  readonly podNames: readonly string[];
}

/** What a selector takes in, of the workspace as it is now. */
export interface SelectorMatches {
  readonly pods: number;
  readonly perhaps: number;
  /** The first of `workloadCount`. */
  readonly workloads: readonly MatchedWorkload[];
  readonly workloadCount: number;
  /** Namespaces that have the labels, with pods or without; null where the selector is for the policy's own. */
  readonly namespaces: { readonly names: readonly string[]; readonly count: number; readonly perhaps: number } | null;
}

const shownWorkloads = 50;
const shownPods = 5;
const shownNamespaces = 20;

export function matchFormSelector({ cluster, knowledge }: Connectivity, question: SelectorQuestion): SelectorMatches {
  const { namespace, namespaces, pods } = question;
  const selection: PodSelection = {
    namespaces: namespaces
      ? { type: 'selected', selector: toSelector(namespaces) }
      : { type: 'named', name: namespace },
    pods: toSelector(pods ?? { requirements: [] }),
  };
  const found = cluster.workloads.flatMap((workload): MatchedWorkload | [] => {
    const matched = workload.pods.flatMap((index) => {
      const pod = cluster.pods[index]!;
      const match = matchSelection(selection, pod, knowledge);
      return match === 'no' ? [] : [{ pod, isSure: match === 'yes' }];
    });
    if (matched.length === 0) return [];
    const sure = matched.filter(({ isSure }) => isSure).length;
    const { id, kind, name } = workload;
    const podNames = matched.slice(0, shownPods).flatMap(({ pod }) => nameOf(pod, name));
    return { id, kind, namespace: workload.namespace, name, pods: sure, perhaps: matched.length - sure, podNames };
  });
  return {
    pods: found.reduce((sum, one) => sum + one.pods, 0),
    perhaps: found.reduce((sum, one) => sum + one.perhaps, 0),
    workloads: found.slice(0, shownWorkloads),
    workloadCount: found.length,
    namespaces: namespaces && matchNamespaces({ cluster, knowledge }, toSelector(namespaces)),
  };
}

const nameOf = (pod: Pod, workload: string): readonly string[] =>
  pod.representative || pod.name === workload ? [] : [pod.name];

function matchNamespaces(
  { cluster, knowledge }: Pick<Connectivity, 'cluster' | 'knowledge'>,
  selector: LabelSelector,
): SelectorMatches['namespaces'] {
  const matches = cluster.namespaces.map(({ name }) => ({ name, match: knowledge.matchNamespace(selector, name) }));
  const names = matches.flatMap(({ name, match }) => (match === 'yes' ? [name] : [])).sort();
  return {
    names: names.slice(0, shownNamespaces),
    count: names.length,
    perhaps: matches.filter(({ match }) => match === 'maybe').length,
  };
}

/** The value of a label is one of one: so two requirements on a key stay two. */
const toSelector = ({ requirements }: FormSelector): LabelSelector => ({
  matchLabels: {},
  matchExpressions: requirements.map(toRequirement),
});

const toRequirement = ({ key, operator, values }: FormRequirement): LabelSelector['matchExpressions'][number] => ({
  key,
  operator: operator === 'Equals' ? 'In' : operator,
  values,
});
