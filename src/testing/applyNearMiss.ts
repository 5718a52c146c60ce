import type { NearMiss, FlowExplanation } from '../engine/explain/Explanation.ts';
import type { MissCause } from '../engine/explain/MissCause.ts';
import type { Direction } from '../engine/policy/PolicyRule.ts';
import type { ApiNetworkPolicy, ApiObject } from './ApiObject.ts';

interface Rule {
  from?: Peer[] | null;
  to?: Peer[] | null;
  ports?: { protocol?: string; port?: number | string; endPort?: number }[] | null;
}
type Peer = { podSelector?: Selector | null; namespaceSelector?: Selector | null; ipBlock?: Block | null };
type Block = { cidr: string; except?: string[] | null };
type Selector = { matchLabels?: Record<string, string> | null; matchExpressions?: Expression[] | null };
type Expression = { key: string; operator: string; values?: string[] | null };

export interface NearMissContext {
  readonly direction: Direction;
  readonly port: FlowExplanation['port'];
  /** A CIDR of the other end alone; null when its addresses are unknown. */
  readonly otherBlock: string | null;
}

/**
 * The objects with what a near miss says changed in its policy, written straight into the API fields; null when no change
 * of the policy helps (a pod on the host network, an address that nobody knows).
 */
export const applyNearMiss = (
  objects: readonly ApiObject[],
  miss: NearMiss,
  context: NearMissContext,
): readonly ApiObject[] | null => {
  const changed = structuredClone(objects) as ApiObject[];
  const policy = changed.find(
    (object): object is ApiNetworkPolicy =>
      object.kind === 'NetworkPolicy' &&
      `${object.metadata.namespace ?? 'default'}/NetworkPolicy/${object.metadata.name}` === miss.policy,
  )!;
  return miss.causes.every((cause) => applyCause(policy, miss, cause, context)) ? changed : null;
};

const applyCause = (
  { spec, metadata }: ApiNetworkPolicy,
  { rule, peerIndex, portIndex }: NearMiss,
  cause: MissCause,
  { direction, port, otherBlock }: NearMissContext,
): boolean => {
  const own = spec as unknown as Record<Direction, Rule[] | null> & { podSelector: Selector; policyTypes?: string[] };
  const written = rule === null ? null : own[direction]![rule.index]!;
  const peer = peerIndex === null ? null : (written?.from ?? written?.to)![peerIndex]!;
  const item = portIndex === null ? null : written!.ports![portIndex]!;
  const setPort = (): boolean => {
    for (const key of Object.keys(item!)) delete (item as Record<string, unknown>)[key];
    Object.assign(item!, port ?? { port: 1 });
    return true;
  };
  switch (cause.code) {
    case 'noRules':
      own[direction] = [{}];
      return true;
    case 'noDns':
      own[direction] = [...(own[direction] ?? []), { ports: [{ ...port! }] }];
      return true;
    case 'ignoredDirection':
      own.policyTypes = ['Ingress', 'Egress'];
      return true;
    case 'subjectLabel':
      return fixSelector(own.podSelector, cause);
    case 'subjectNamespace':
      metadata.namespace = cause.actual;
      return true;
    case 'podLabel':
      return fixSelector(peer!.podSelector!, cause);
    case 'namespaceLabel':
      return fixSelector(peer!.namespaceSelector!, cause);
    case 'ownNamespace':
      peer!.namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': cause.actual } };
      return true;
    case 'outsideCluster':
    case 'address':
      if (otherBlock === null) return false;
      delete peer!.podSelector;
      delete peer!.namespaceSelector;
      peer!.ipBlock = { cidr: otherBlock };
      return true;
    case 'except':
      peer!.ipBlock!.except = peer!.ipBlock!.except!.filter((except) => !cause.except.includes(except));
      return true;
    case 'hostNetwork':
      return false;
    case 'port':
    case 'portName':
    case 'protocol':
    case 'listedServicePort':
    case 'askedServicePort':
      return setPort();
  }
};

const fixSelector = (selector: Selector, { requirement: { key, operator, values }, actual }: LabelCause): boolean => {
  const { matchLabels } = selector;
  if (operator === 'In' && matchLabels && Object.hasOwn(matchLabels, key) && matchLabels[key] === values[0]) {
    if (actual === null) delete matchLabels[key];
    else matchLabels[key] = actual;
  }
  selector.matchExpressions = (selector.matchExpressions ?? []).flatMap((expression) => {
    if (expression.key !== key || expression.operator !== operator) return expression;
    if (operator === 'In' && actual !== null) return { ...expression, values: [...expression.values!, actual] };
    if (operator !== 'NotIn') return [];
    const rest = expression.values!.filter((value) => value !== actual);
    return rest.length === 0 ? [] : { ...expression, values: rest };
  });
  return true;
};

type LabelCause = Extract<MissCause, { code: 'podLabel' | 'namespaceLabel' | 'subjectLabel' }>;
