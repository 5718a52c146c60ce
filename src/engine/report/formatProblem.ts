import type { Problem, ProblemCode } from '../manifest/Problem.ts';
import { describeActual, describeValue, formatInvalidPolicy, withArticle } from './formatInvalidPolicy.ts';

type Arguments = Problem['args'];

const text = (args: Arguments, name: string): string => String(args[name] ?? '');

/** A size in bytes for people, in units of 1000. */
const size = (args: Arguments, name: string): string => {
  const bytes = Number(args[name] ?? 0);
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} kB` : `${bytes} bytes`;
};

const capitalize = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** One sentence per code; its arguments are those that the reader of the text puts into the problem. */
const sentences: Readonly<Record<ProblemCode, (args: Arguments) => string>> = {
  YAML_SYNTAX: (args) => `This is not valid YAML: ${text(args, 'message')}.`,
  FILE_EMPTY: () => 'This file is empty.',
  FILE_BINARY: () => 'This file is not text.',
  FILE_TOO_LARGE: (args) => `This file has ${size(args, 'size')}; files of up to ${size(args, 'limit')} are read.`,
  HELM_TEMPLATE: () => 'This is a Helm template. Render it with “helm template” and open the result.',
  ALIAS_CYCLE: (args) => `The alias *${text(args, 'name')} stands inside the value it stands for.`,
  DUPLICATE_KEY: (args) => `The key “${text(args, 'key')}” is written twice; the last one counts.`,
  NESTING_TOO_DEEP: (args) => `This is nested more than ${text(args, 'limit')} levels deep.`,
  NOT_KUBERNETES: () => 'This is no Kubernetes object: it has neither apiVersion nor kind.',
  KIND_MISSING: () => 'This object has no kind.',
  NAME_MISSING: (args) => `This ${text(args, 'kind') || 'object'} has no name.`,
  FIELD_TYPE: (args) => `${field(args)} must be ${withArticle(args['expected'])}, not ${describeActual(args)}.`,
  FIELD_VALUE: (args) => `${field(args)} ${describeValue(args)}; it takes ${text(args, 'expected')}.`,
  FIELD_UNKNOWN: (args) =>
    `${field(args)} is not a field that Kubernetes knows here; it has no effect.` +
    ('suggestion' in args ? ` Was “${text(args, 'suggestion')}” meant?` : ''),
  OBJECT_DUPLICATE: (args) => `${text(args, 'id')} is in the import twice; the last one counts.`,
  KUSTOMIZE_PATCH: (args) =>
    `${text(args, 'id') || 'This'} is a patch for Kustomize. Run “kubectl kustomize” and open the result.`,
  NAMESPACE_NOT_DESCRIBED: (args) =>
    `No Namespace object describes “${text(args, 'namespace')}”; of its labels only kubernetes.io/metadata.name is known.`,
  LABELS_ASSUMED: (args) =>
    `No Namespace object describes “${text(args, 'namespace')}”, but ${text(args, 'policy')} looks at its label ${text(args, 'label')}: ` +
    'the verdicts assume that it has none.',
  POLICY_INVALID: (args) =>
    `${text(args, 'policy')} is left out of the evaluation, since Kubernetes would reject it: ${formatInvalidPolicy(args)}.`,
  POLICY_NOT_EVALUATED: (args) =>
    `Not evaluated yet: ${countPolicies(args)} of kind ${text(args, 'kind')} (${text(args, 'apiVersion')}). The verdicts do not know them.`,
  KIND_NOT_EVALUATED: (args) => `${text(args, 'kind')} is not part of the evaluation.`,
  FILE_UNREADABLE: (args) => `This file cannot be read: ${text(args, 'reason')}.`,
  ARCHIVE_BROKEN: (args) => `The archive cannot be read: ${text(args, 'reason')}.`,
  ARCHIVE_NESTED: (args) => `${text(args, 'name')} is an archive inside an archive and is not opened.`,
  ARCHIVE_TOO_LARGE: (args) =>
    `The archive unpacks to more than ${size(args, 'limit')}; ${text(args, 'read')} files were read, ${text(args, 'leftOut')} left out.`,
  TOO_MANY_FILES: (args) =>
    `This is more than one import takes; ${text(args, 'read')} files were read, ${text(args, 'leftOut')} left out, from ${text(args, 'first')} on.`,
};

const field = (args: Arguments): string => text(args, 'field') || 'this';

const countPolicies = (args: Arguments): string =>
  args['count'] === 1 ? '1 policy' : `${text(args, 'count')} policies`;

/** The sentence for people, in English; where it is wrong is in `problem.at`. */
export const formatProblem = (problem: Pick<Problem, 'code' | 'args'>): string =>
  capitalize(sentences[problem.code](problem.args));
