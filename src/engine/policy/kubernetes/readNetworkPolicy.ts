import { emptySelector } from '../../labels/matchesSelector.ts';
import type { PolicyObject } from '../../manifest/KubernetesObject.ts';
import type { Problem } from '../../manifest/Problem.ts';
import { enterField } from '../../manifest/ReadContext.ts';
import type { ReadContext } from '../../manifest/ReadContext.ts';
import { readMaps, readNode, readStrings, toMap } from '../../manifest/readField.ts';
import type { FieldNode } from '../../manifest/readField.ts';
import { readLabelSelector } from '../../manifest/readLabelSelector.ts';
import type { SourceMap } from '../../manifest/SourceNode.ts';
import type { ReadPolicy } from '../Dialect.ts';
import type { Direction, PodSelection, PolicyRule } from '../PolicyRule.ts';
import { createPolicyContext, reportInvalid, reportUnknown } from './createPolicyContext.ts';
import { readPeer } from './readPeer.ts';
import { readPort } from './readPort.ts';

const typeNames: Readonly<Record<string, Direction>> = { Ingress: 'ingress', Egress: 'egress' };

/**
 * Reads a networking.k8s.io/v1 NetworkPolicy: defaults as the API server sets them (docs/semantics), checks as it makes
 * them (1.2). Null when it would be rejected; every reason is then reported as POLICY_INVALID.
 *
 * `metadata` is checked where every object's is, by the manifest layer. A missing or null `spec` is an empty one: it selects every pod of the namespace and isolates its ingress.
 */
export const readNetworkPolicy = (object: PolicyObject, report: (problem: Problem) => void): ReadPolicy | null => {
  const { context, isValid } = createPolicyContext(object, report);
  // `status` was part of the API in Kubernetes 1.24 to 1.27.
  const { node } = object.source;
  reportUnknown(node, ['apiVersion', 'kind', 'metadata', 'spec', 'status'], context);
  const spec = readSpec(object, node, context);
  if (spec === null) return null;

  reportUnknown(spec.node, ['podSelector', 'policyTypes', 'ingress', 'egress'], spec.context);
  const podSelector = readNode(spec.node, 'podSelector', spec.context);
  const subject: PodSelection = {
    namespaces: { type: 'named', name: object.namespace },
    pods: (podSelector && readLabelSelector(podSelector.node, podSelector.context)?.selector) ?? emptySelector,
  };
  const rules = [...readRules('ingress', spec, object, subject), ...readRules('egress', spec, object, subject)];
  const isolates = readPolicyTypes(spec) ?? defaultPolicyTypes(rules);
  if (!isValid()) return null;

  const { range, file } = object.source;
  return {
    id: object.id,
    namespace: object.namespace,
    name: object.name,
    kind: object.kind,
    subject,
    isolates,
    rules: rules.filter(({ direction }) => isolates.includes(direction)),
    ignoredRules: rules.filter(({ direction }) => !isolates.includes(direction)),
    origin: { file, range },
  };
};

const readSpec = (object: PolicyObject, node: SourceMap, context: ReadContext): FieldNode<SourceMap> | null => {
  const field = readNode(node, 'spec', context);
  if (field !== null) return toMap(field);
  const { range } = object.source;
  return { node: { type: 'map', flow: true, range, entries: [] }, range, context: enterField(context, 'spec') };
};

/** null when the field is absent or an empty list, which the API server takes for absent. */
const readPolicyTypes = ({ node, context }: FieldNode<SourceMap>): Direction[] | null => {
  const written = readNode(node, 'policyTypes', context);
  const items = readStrings(node, 'policyTypes', context);
  if (written === null || items === null || items.length === 0) return null;
  if (items.length > 2) reportInvalid(written.context, 'tooMany', written.range, { expected: 2 });
  const directions = items.flatMap(({ text, field }): Direction | [] => {
    const direction = Object.hasOwn(typeNames, text) ? typeNames[text] : undefined;
    if (direction !== undefined) return direction;
    reportInvalid(field.context, 'value', field.range, { value: text, expected: Object.keys(typeNames).join(', ') });
    return [];
  });
  return [...new Set(directions)];
};

const defaultPolicyTypes = (rules: readonly PolicyRule[]): Direction[] =>
  rules.some(({ direction }) => direction === 'egress') ? ['ingress', 'egress'] : ['ingress'];

const readRules = (
  direction: Direction,
  spec: FieldNode<SourceMap>,
  object: PolicyObject,
  subject: PodSelection,
): PolicyRule[] =>
  (readMaps(spec.node, direction, spec.context) ?? []).map(({ node, range, context }, index): PolicyRule => {
    const peerField = direction === 'ingress' ? 'from' : 'to';
    reportUnknown(node, [peerField, 'ports'], context);
    const peers = readMaps(node, peerField, context) ?? [];
    const ports = readMaps(node, 'ports', context) ?? [];
    return {
      direction,
      action: 'allow',
      subject,
      // An empty list is no restriction, as an absent one (docs/semantics).
      peers: peers.length === 0 ? null : peers.flatMap((peer) => readPeer(peer, object.namespace) ?? []),
      ports: ports.length === 0 ? null : ports.flatMap((port) => readPort(port) ?? []),
      origin: { file: object.source.file, range, policy: object.id, index },
    };
  });
