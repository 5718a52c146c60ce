import type { Problem, ProblemCode } from '../manifest/Problem.ts';
import {
  adviseQuotes,
  describeActual,
  describeValue,
  formatInvalidPolicy,
  withArticle,
} from './formatInvalidPolicy.ts';

type Arguments = Problem['args'];

const text = (args: Arguments, name: string): string => String(args[name] ?? '');

/** A size in bytes for people, in units of 1000. */
const size = (value: Arguments[string] | undefined): string => {
  const bytes = Number(value ?? 0);
  if (bytes >= 1_000_000) return `${Number((bytes / 1_000_000).toPrecision(3))} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} kB` : `${bytes} bytes`;
};

/** One sentence per code; its arguments are those that the reader of the text puts into the problem. */
const sentences: Readonly<Record<ProblemCode, (args: Arguments) => string>> = {
  YAML_SYNTAX: (args) => `This is not valid YAML: ${text(args, 'message').replace(/[^?]$/, '$&.')}`,
  FILE_EMPTY: () => 'There is nothing in this file but blank space and comments.',
  FILE_BINARY: () => 'This file is not text.',
  FILE_TOO_LARGE: (args) =>
    `This file is too large to read: ${size(args['size'] ?? args['length'])}, where ${size(args['limit'])} is the limit.`,
  HELM_TEMPLATE: () => 'This is a Helm template. Render it with “helm template” and open the result.',
  ALIAS_CYCLE: (args) => `The alias *${text(args, 'name')} stands inside the value that it stands for.`,
  DUPLICATE_KEY: (args) =>
    `The key “${text(args, 'key')}” is written twice; the last one counts.` +
    (args['key'] === 'apiVersion' ? ' Is a “---” between two objects missing?' : ''),
  NESTING_TOO_DEEP: (args) => `This is nested more than ${text(args, 'limit')} levels deep.`,
  NOT_KUBERNETES: (args) =>
    'found' in args
      ? `This is ${withArticle(args['found'])}, where a Kubernetes object is expected.`
      : args['kind'] === 'Kustomization' || args['kind'] === 'Component'
        ? 'Kustomize is not run here: what this changes (namespaces, labels, patches) is not in the verdicts. Open the result of “kubectl kustomize” instead.'
        : 'This file is not for the cluster; it is kept and not evaluated.',
  KIND_MISSING: (args) => `This is left out of the evaluation: it has no ${text(args, 'field')}.`,
  NAME_MISSING: (args) => `This ${text(args, 'kind')} has no name (metadata.name).`,
  FIELD_TYPE: (args) =>
    `${field(args)} must be ${withArticle(args['expected'])}, not ${describeActual(args)}${adviseQuotes(args)}.`,
  FIELD_VALUE: (args) => `${field(args)} ${describeValue(args)}; expected: ${text(args, 'expected')}.`,
  FIELD_UNKNOWN: (args) =>
    `${field(args)} is not a field that Kubernetes knows here; it has no effect.` +
    ('suggestion' in args ? ` Was “${text(args, 'suggestion')}” meant?` : ''),
  OBJECT_DUPLICATE: (args) =>
    `${text(args, 'kind')} ${qualifiedName(args)} is defined again in ${text(args, 'otherFile')}, line ${text(args, 'otherLine')}; ` +
    'that one counts, as it would after kubectl apply.',
  KUSTOMIZE_PATCH: (args) =>
    `This ${text(args, 'kind')} is a patch for Kustomize and is left out. Open the result of “kubectl kustomize” instead.`,
  NOT_RENDERED: (args) =>
    `${count(args, 'count', 'object', 'objects')} of kind ${text(args, 'kind')} (${text(args, 'apiVersion')}) not rendered: ` +
    'the verdicts do not know what they make or change in the cluster, unless that was imported as well.',
  NAMESPACE_NOT_DESCRIBED: (args) =>
    `No Namespace object describes “${text(args, 'namespace')}”; of its labels only kubernetes.io/metadata.name is known.`,
  LABELS_ASSUMED: (args) =>
    'workload' in args
      ? `${text(args, 'policy')} selects pods by the label ${text(args, 'label')}, which Kubernetes adds to the pods of ` +
        `${text(args, 'workload')}; they are not in the manifests, ${args['taken'] === 'unknown' ? 'so what hangs on it is uncertain' : 'and the verdicts assume that they have no such label'}.`
      : `${text(args, 'policy')} looks at the label ${text(args, 'label')} of namespaces, and no Namespace object describes ` +
        `“${text(args, 'namespace')}”: ${args['taken'] === 'unknown' ? 'what hangs on it is uncertain' : 'the verdicts assume that it has no such label'}.`,
  PORT_NAME_UNKNOWN: (args) =>
    `${text(args, 'policy')} allows the port “${text(args, 'name')}”; no workload of the import says which number that is, so what it allows there is not among the flows.`,
  PROBLEMS_OMITTED: (args) =>
    `${count(args, 'count', 'more problem', 'more problems')} of this kind or another from here on.`,
  POLICY_INVALID: (args) =>
    `${text(args, 'policy')} is left out of the evaluation, since Kubernetes would reject it: ${formatInvalidPolicy(args)}.`,
  CIDR_HOST_BITS: (args) =>
    `${field(args)} is ${text(args, 'value')}, an address inside a network; Kubernetes takes the whole of ${text(args, 'network')}.`,
  POLICY_NOT_EVALUATED: (args) =>
    `${count(args, 'count', 'policy', 'policies')} of kind ${text(args, 'kind')} (${text(args, 'apiVersion')}) not evaluated yet: ` +
    'the verdicts do not take account of them.',
  KIND_NOT_EVALUATED: (args) =>
    `Kubernetes knows no ${text(args, 'kind')} in ${text(args, 'apiVersion')}, so this is left out of the evaluation. ` +
    `Was “${text(args, 'expected')}” meant?`,
  FILE_UNREADABLE: (args) => `This file cannot be read: ${text(args, 'reason')}.`,
  ARCHIVE_BROKEN: (args) =>
    'archive' in args
      ? `This file cannot be read from ${text(args, 'archive')}: ${text(args, 'reason')}.`
      : `This archive cannot be read as a whole: ${text(args, 'reason')}.`,
  ARCHIVE_NESTED: (args) => `${text(args, 'name')} is an archive inside an archive and is not opened.`,
  ARCHIVE_TOO_LARGE: (args) =>
    `This archive unpacks to more than ${size(args['limit'])}: ${count(args, 'read', 'file', 'files')} read, ${text(args, 'leftOut')} left out.`,
  TOO_MANY_FILES: (args) =>
    `This is more than one import takes (${args['unit'] === 'bytes' ? size(args['limit']) : `${text(args, 'limit')} files`}): ` +
    `${count(args, 'read', 'file', 'files')} read, ${text(args, 'leftOut')} left out, from ${text(args, 'first')} on.`,
};

const qualifiedName = (args: Arguments): string =>
  args['namespace'] ? `${text(args, 'namespace')}/${text(args, 'name')}` : text(args, 'name');

const count = (args: Arguments, name: string, one: string, many: string): string =>
  `${text(args, name)} ${args[name] === 1 ? one : many}`;

const field = (args: Arguments): string => text(args, 'field') || 'This';

/** The sentence for people, in English; where it is wrong is in `problem.at`. */
export const formatProblem = (problem: Pick<Problem, 'code' | 'args'>): string => sentences[problem.code](problem.args);
