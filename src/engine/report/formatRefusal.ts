import type { Refusal, RefusalCode } from '../edits/EditPlan.ts';

type Arguments = Refusal['args'];

const name = (args: Arguments, key: string, otherwise: string): string => args[key] || otherwise;

const sentences: Readonly<Record<RefusalCode, (args: Arguments) => string>> = {
  SAME_ENDPOINT: () => 'A pod always reaches itself; there is nothing to allow or to remove.',
  EXTERNAL_TO_EXTERNAL: () => 'Both ends are outside the cluster; no policy of it speaks about that traffic.',
  NO_PORTS: () => 'This is no port that a cluster accepts: 1 to 65535, a range from low to high.',
  BAD_CIDR: (args) =>
    `${name(args, 'cidr', 'This')} is no block of addresses: write a CIDR such as 10.0.0.0/8; exceptions lie inside it and leave something.`,
  HOST_NETWORK: (args) =>
    `${name(args, 'workload', 'One end')} is on the network of its node; network policies never select such pods.`,
  NO_LABELS: (args) =>
    args.others
      ? `${name(args, 'workload', 'One end')} and ${args.others} have the same labels, so no selector can name it alone.`
      : `${name(args, 'workload', 'One end')} has no labels of its own, so no selector can name it.`,
  ALREADY_ALLOWED: () => 'This is allowed already; nothing has to be written.',
  ALREADY_ISOLATED: (args) => `${name(args, 'workload', 'This')} is isolated already; nothing has to be written.`,
  ALREADY_OPEN: (args) => `No policy isolates ${name(args, 'workload', 'this')}; it is open already.`,
  NOT_ALLOWED: () => 'This is not allowed now; there is nothing to remove.',
  OPEN_BY_DEFAULT: () =>
    'No rule allows this flow: both ends are open because no policy isolates them. Isolate one of them to stop it.',
  NO_WAY: () =>
    'Polder knows no change of the policies that achieves exactly this: labels, or what is known of the addresses, do not say it. Edit the text and see what it does.',
  DOCUMENT_STALE: (args) =>
    args.endpoint
      ? `${args.endpoint} is not in the workspace any more.`
      : `A document of ${name(args, 'file', 'the workspace')} is broken at the moment. Mend it first, then change the graph.`,
  SUPPOSED: (args) =>
    `No manifest has ${name(args, 'endpoint', 'this')}: it stands for what a selector means, because the import has no workloads.`,
  ALIASED: (args) =>
    `The place to change${args.file ? ` in ${args.file}` : ''} is shared through a YAML anchor; the change would reach more than this rule. Edit the text.`,
  HELM_TEMPLATE: (args) => `${name(args, 'file', 'The file')} is a Helm template; change its chart instead.`,
  BAD_NAME: (args) =>
    `“${args.name ?? ''}” is no name that a cluster takes: lower-case letters, digits and hyphens, a letter or digit at both ends.`,
  BAD_LABEL: (args) =>
    `“${args.label ?? ''}” is no label that a cluster takes: up to 63 letters, digits, “-”, “_” and “.”, a letter or digit at both ends.`,
  BAD_PORT: (args) =>
    `“${args.port ?? ''}” is no port that a cluster takes: a number from 1 to 65535; a name has up to 15 lower-case letters, digits and single hyphens.`,
  NAME_TAKEN: (args) => `${name(args, 'object', 'An object of that name')} exists already.`,
  NOT_APPENDABLE: (args) =>
    `${name(args, 'file', 'The file')} takes no further document: choose a YAML file (.yaml, .yml) that can be read.`,
  KEY_TAKEN: (args) =>
    `There is a requirement on “${args.key ?? ''}” in matchLabels already; another value for it needs In or a change of that one.`,
  NO_VALUES: (args) =>
    `${name(args, 'operator', 'This')} takes ${args.operator === 'Exists' || args.operator === 'DoesNotExist' ? 'no values' : 'at least one value'}.`,
  WOULD_OPEN: () =>
    'This is the only one, and a rule without any means anyone or any port. Remove the rule, or choose “anyone” or “every port” if that is meant.',
  LAST_TYPE: () =>
    'A policy isolates at least one direction; without types the cluster assumes Ingress. Delete the policy instead.',
  FORM_OUTDATED: () => 'The policy has changed since; nothing was written. Look at it again.',
  NOTHING_TO_CHANGE: (args) => `${name(args, 'object', 'It')} is like this already; nothing has to be written.`,
  NOTHING_TO_TIDY: () => 'Nothing can be said in fewer words: every rule adds something, and no two can be merged.',
  SOPS_ENCRYPTED: (args) =>
    `${name(args, 'file', 'The file')} is encrypted with SOPS: a change here would break its signature. Edit it with sops.`,
  GENERATED_FILE: (args) =>
    `${name(args, 'file', 'The file')} is generated${args.line ? ` (“${args.line}”)` : ''}: the next run would undo the change. Edit what it is made from.`,
  UNVERIFIED: () =>
    'The change could not be verified: the text after it would not mean what was asked for. Edit the text instead.',
};

/** The sentence for people: why a change is not made, and what to do instead where there is something. */
export const formatRefusal = ({ reason, args }: Pick<Refusal, 'reason' | 'args'>): string => sentences[reason](args);
