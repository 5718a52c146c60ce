import type { Refusal } from '../../edits/EditPlan.ts';
import { listEntries, toKeyText } from '../../manifest/findEntry.ts';
import type { KubernetesObject, ObjectId, PolicyObject } from '../../manifest/KubernetesObject.ts';
import type { ManifestSet } from '../../manifest/ManifestSet.ts';
import { resolveAlias } from '../../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode } from '../../manifest/SourceNode.ts';
import type { Direction } from '../../policy/PolicyRule.ts';
import { refuse } from '../EndPlan.ts';
import { findObjectText, type ObjectText } from '../findObjectText.ts';
import { refuseFile } from '../refuseFile.ts';
import { findValue, readBlock, readItems, readPort, readSelector } from './readFormItems.ts';
import type { FormPeer, FormRule, FormText, Placed, PolicyForm } from './PolicyForm.ts';

export interface PolicyFormText extends ObjectText {
  readonly object: PolicyObject;
}

/** Where the policy that counts is written; null when it is gone, or no NetworkPolicy. */
export function findFormText({ files, objects }: ManifestSet, id: ObjectId): PolicyFormText | null {
  const object = objects.findLast((one): one is PolicyObject => one.id === id && isNetworkPolicy(one));
  const text = object ? findObjectText(files, object) : null;
  return text && object ? { ...text, object } : null;
}

const isNetworkPolicy = (object: KubernetesObject): boolean =>
  object.type === 'policy' && object.kind === 'NetworkPolicy' && object.apiVersion === 'networking.k8s.io/v1';

/** Why the text of the policy cannot be edited; null when it can. */
export function findBlock({ file, document }: ObjectText): Refusal | null {
  const { path } = file.source;
  if (document.problems.some(({ code }) => code === 'HELM_TEMPLATE')) return refuse('HELM_TEMPLATE', { file: path });
  return document.status === 'ok' && document.root !== null
    ? refuseFile(file)
    : refuse('DOCUMENT_STALE', { file: path });
}

/**
 * The fields of a policy, valid or not, as its text has them now (as its last good text had them while that is broken).
 * Null when there is no such NetworkPolicy.
 */
export function readPolicyForm(manifests: ManifestSet, id: ObjectId): PolicyForm | null {
  const text = findFormText(manifests, id);
  if (text === null) return null;
  const { object } = text;
  const { node, file, range } = object.source;
  const spec = findMapIn(node, 'spec');
  const subject = spec ? findValue(spec, 'podSelector') : null;
  const rules = {
    ingress: readRules(spec, 'ingress', file),
    egress: readRules(spec, 'egress', file),
  };
  return {
    policy: object.id,
    name: object.name,
    namespace: object.namespace,
    at: { file, ...range },
    subject: subject === null ? { requirements: [] } : (readSelector(subject) ?? { type: 'text' }),
    types: readTypes(spec, rules.egress.length > 0),
    rules,
    unknown: spec === null ? [] : listUnknown(spec),
    blocked: toBlocked(findBlock(text)),
  };
}

const toBlocked = (refusal: Refusal | null): PolicyForm['blocked'] =>
  refusal && { reason: refusal.reason, args: refusal.args };

export function findMapIn(map: SourceMap, key: string): SourceMap | null {
  const value = findValue(map, key);
  return value?.type === 'map' ? value : null;
}

/** The types that are written, and those that go without saying. */
function readTypes(spec: SourceMap | null, hasEgressRules: boolean): PolicyForm['types'] {
  const written = spec && findValue(spec, 'policyTypes');
  const items = written?.type === 'seq' ? written.items.map(resolveAlias) : [];
  const names = items.map((item) => (item.type === 'scalar' ? item.text : ''));
  if (names.length === 0) return { ingress: true, egress: hasEgressRules, stated: false };
  return { ingress: names.includes('Ingress'), egress: names.includes('Egress'), stated: true };
}

export const peerKeyOf = (direction: Direction): 'from' | 'to' => (direction === 'ingress' ? 'from' : 'to');

function readRules(
  spec: SourceMap | null,
  direction: Direction,
  file: FormRule['at']['file'],
): readonly (FormRule | Placed<FormText>)[] {
  return readItems(spec, direction).map((item): FormRule | Placed<FormText> => {
    const at = { file, ...item.range };
    const rule = resolveAlias(item);
    if (rule.type !== 'map') return { type: 'text', at };
    const place = <Value extends object>(node: SourceNode, value: Value | null): Placed<Value | FormText> => ({
      ...(value ?? { type: 'text' }),
      at: { file, ...node.range },
    });
    const peers = readItems(rule, peerKeyOf(direction));
    const ports = readItems(rule, 'ports');
    return {
      at,
      peers: peers.length === 0 ? null : peers.map((node) => place<FormPeer>(node, readPeer(node))),
      ports: ports.length === 0 ? null : ports.map((node) => place(node, readPort(node))),
    };
  });
}

function readPeer(item: SourceNode): FormPeer | null {
  const peer = resolveAlias(item);
  if (peer.type !== 'map') return null;
  const keys = listEntries(peer).map(({ key }) => toKeyText(key));
  if (keys.length === 1 && keys[0] === 'ipBlock') return readBlock(findValue(peer, 'ipBlock'));
  if (keys.some((key) => key !== 'podSelector' && key !== 'namespaceSelector')) return null;
  const [namespaces, pods] = (['namespaceSelector', 'podSelector'] as const).map((key) => {
    const value = findValue(peer, key);
    return value === null ? null : (readSelector(value) ?? 'text');
  });
  if (namespaces === 'text' || pods === 'text' || (namespaces === null && pods === null)) return null;
  return { type: 'pods', namespaces: namespaces ?? null, pods: pods ?? null };
}

/** Fields that are none of the ones the form shows. */
function listUnknown(spec: SourceMap): readonly string[] {
  const known = new Set(['podSelector', 'policyTypes', 'ingress', 'egress']);
  const own = listEntries(spec).flatMap(({ key }) => (known.has(toKeyText(key)) ? [] : [toKeyText(key)]));
  const inRules = (['ingress', 'egress'] as const).flatMap((direction) =>
    readItems(spec, direction).flatMap((item, index) => {
      const rule = resolveAlias(item);
      const fields = rule.type === 'map' ? listEntries(rule).map(({ key }) => toKeyText(key)) : [];
      return fields.flatMap((field) =>
        field === peerKeyOf(direction) || field === 'ports' ? [] : [`${direction}[${index}].${field}`],
      );
    }),
  );
  return [...own, ...inRules];
}
