import type {
  Cause,
  NamespaceChange,
  PolicyChange,
  RuleChange,
  WorkloadChange,
  WorkloadFacet,
  WorkspaceDiff,
} from '../diff/WorkspaceDiff.ts';
import { joinWords } from './joinWords.ts';

/** What changed, in one line: `NetworkPolicy shop/api changed: spec.ingress[0] is new`. */
export const formatCause = (diff: WorkspaceDiff, cause: Cause): string => {
  switch (cause.type) {
    case 'policy':
      return formatPolicy(diff.policies[cause.index]!);
    case 'workloads':
      return formatWorkloads(cause.indexes.map((index) => diff.workloads[index]!));
    case 'namespace':
      return formatNamespace(diff.namespaces[cause.index]!);
    case 'unknown':
      return 'Flows that change for a reason that was not found';
  }
};

const kindWords = { added: 'is new', removed: 'is removed' } as const;

/** `Kind namespace/name` of `namespace/Kind/name`. */
const formatId = (id: string): string => {
  const [namespace, kind, ...name] = id.split('/');
  return name.length === 0 ? id.replace('/', ' ') : `${kind} ${namespace}/${name.join('/')}`;
};

const formatPolicy = (change: PolicyChange): string => {
  const name = formatId(change.id);
  if (change.after === 'notEvaluated')
    return `${name} ${change.kind === 'added' ? 'is new' : 'changed'}; it is not evaluated`;
  if (change.before === 'notEvaluated') return `${name} is removed; it was not evaluated`;
  if (change.after === 'invalid') {
    return `${name} ${change.kind === 'added' ? 'is new, but' : 'is'} not valid, so it has no effect`;
  }
  if (change.before === 'invalid') {
    return change.kind === 'removed' ? `${name} is removed; it was not valid` : `${name} is valid now and has effect`;
  }
  if (change.kind !== 'changed') return `${name} ${kindWords[change.kind]}`;
  return `${name} changed: ${formatDetails(change).join(', ')}`;
};

const ruleWords = { added: 'is new', removed: 'is removed', changed: 'changed' } as const;

const formatDetails = ({ subject, isolates, rules }: PolicyChange): string[] => [
  ...(subject ? ['selects other pods'] : []),
  ...isolates.added.map((direction) => `isolates ${direction} now`),
  ...isolates.removed.map((direction) => `isolates ${direction} no longer`),
  ...formatRules(rules),
];

const shownRules = 3;

const formatRules = (rules: readonly RuleChange[]): string[] => [
  ...rules.slice(0, shownRules).map(({ direction, index, kind }) => `spec.${direction}[${index}] ${ruleWords[kind]}`),
  ...(rules.length > shownRules ? [`${rules.length - shownRules} more rules`] : []),
];

const facetWords: Readonly<Record<WorkloadFacet, string>> = {
  labels: 'labels',
  ports: 'container ports',
  hostNetwork: 'host network',
  pods: 'pods',
  addresses: 'addresses',
};

const manyWords = { added: 'are new', removed: 'are removed' } as const;
const shownWorkloads = 2;

/** All of one namespace and changed alike. */
const formatWorkloads = (changes: readonly WorkloadChange[]): string => {
  const { id, kind, facets } = changes[0]!;
  const names =
    changes.length <= shownWorkloads
      ? joinWords(changes.map((change) => formatId(change.id)))
      : `${changes.length} workloads of ${id.split('/')[0]}`;
  if (kind !== 'changed') return `${names} ${changes.length === 1 ? kindWords[kind] : manyWords[kind]}`;
  return `${names} changed: other ${joinWords(facets.map((facet) => facetWords[facet]))}`;
};

const formatNamespace = ({ name, kind, facets, at }: NamespaceChange): string => {
  if (kind !== 'changed') return `Namespace ${name} ${kindWords[kind]}`;
  if (facets.includes('described')) {
    return `Namespace ${name}: its labels are ${at.after === null ? 'no longer' : 'now'} in the import`;
  }
  return `Namespace ${name} changed: other labels`;
};
