import type { LabelMiss, MissCause } from '../explain/MissCause.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import type { PortQuestion } from '../explain/Situation.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { formatRequirement } from './formatRequirement.ts';
import { policyTypes } from '../policy/policyTypes.ts';

/** What a sentence about a cause speaks of; ends as people call them. */
export interface CauseContext {
  readonly direction: Direction;
  /** The end whose policy it is, and the other one. */
  readonly subject: string;
  readonly other: string;
  readonly port: PortQuestion | null;
}

/** One cause as a clause whose subject is the rule or the policy: `asks for pods with app=web, and shop/Pod/api has app=api`. */
export const formatMissCause = (cause: MissCause, context: CauseContext): string => {
  const { direction, subject, other, port } = context;
  const asked = port === null ? 'any port of it' : `${port.protocol} ${port.port}`;
  switch (cause.code) {
    case 'noRules':
      return `has no ${direction} rule, so it denies everything that no other policy allows`;
    case 'noDns':
      return `isolates its egress, and no egress rule allows port 53 to anyone: name lookups fail`;
    case 'ignoredDirection':
      return `is without effect, since policyTypes does not list ${policyTypes[cause.direction]}`;
    case 'subjectLabel':
      return `does not select ${subject}: it ${describeLabel('pods', cause, subject)}`;
    case 'subjectNamespace':
      return `selects pods of its own namespace ${cause.wanted} only, where no pod has such labels, and ${subject} is in ${cause.actual}`;
    case 'podLabel':
      return describeLabel('pods', cause, other);
    case 'namespaceLabel':
      return describeLabel('namespaces', cause, cause.namespace);
    case 'ownNamespace':
      return `takes in pods of its own namespace ${cause.wanted} only, and ${other} is in ${cause.actual}`;
    case 'outsideCluster':
      return `selects pods, and ${other} is outside the cluster`;
    case 'hostNetwork':
      return `selects pods by labels, and ${other} is on the network of its node, where selectors do not reach`;
    case 'address':
      return cause.addresses.length > 0
        ? `lists ${cause.cidr}, where ${cause.addresses.join(', ')} is not`
        : `lists ${cause.cidr}, and ${other} is not known to be there`;
    case 'except':
      return `leaves ${cause.except.join(' and ')} out of ${cause.cidr}, and ${cause.addresses.join(', ') || other} is there`;
    case 'port':
      return `lists ${formatPortSet(cause.listed)}, not ${asked}`;
    case 'protocol':
      return `lists port ${port?.port ?? ''} for ${cause.listed}, not for ${port?.protocol ?? ''}`;
    case 'askedServicePort':
      return `lists ${port?.protocol ?? 'TCP'} ${cause.targets.join(', ')}, where the Service ${cause.service} leads; ${cause.port} is the Service's own port, which policies do not see`;
    case 'listedServicePort':
      return `lists ${cause.port}, the port of the Service ${cause.service}; policies see the port of the pod, ${cause.targets.join(', ')}`;
    case 'portName':
      return describePortName(cause, direction === 'ingress' ? subject : other);
  }
};

/** All causes of one near miss: `…; and it …`. */
export const formatMissCauses = (causes: readonly MissCause[], context: CauseContext): string =>
  causes.map((cause) => formatMissCause(cause, context)).join('; and it ');

const describeLabel = (
  kind: 'pods' | 'namespaces',
  { requirement, actual, similar }: LabelMiss,
  who: string,
): string => {
  const wanted = `asks for ${kind} with ${formatRequirement(requirement)}, and ${who}`;
  if (actual !== null) return `${wanted} has ${requirement.key}=${actual}`;
  if (similar !== null) return `${wanted} has no such label, but ${similar.key}=${similar.value}`;
  return `${wanted} has no label ${requirement.key}`;
};

const describePortName = (
  { name, protocol, there, similar }: Extract<MissCause, { code: 'portName' }>,
  destination: string,
): string => {
  const own = there.find((port) => port.name === name);
  const start = `lists the port name ${name}`;
  if (own !== undefined) return `${start} for ${protocol}, and ${destination} has it for ${own.protocol}`;
  if (similar !== null) return `${start}, and ${destination} has none of that name, but ${similar}`;
  const names = there.flatMap((port) => port.name ?? []);
  const end = names.length === 0 ? 'names no port' : `has only ${names.join(', ')}`;
  return `${start}, and ${destination} ${end}`;
};
