import type { Cluster, Namespace, Pod } from '../cluster/Cluster.ts';
import { createNamespaceLabels } from '../connectivity/createNamespaceLabels.ts';
import type { LabelSelector } from '../labels/LabelSelector.ts';
import { emptySelector, matchesSelector } from '../labels/matchesSelector.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { parentOf, type Place } from './Place.ts';
import { readChild, readNamespace } from './readFieldText.ts';
import { readLabelMap, readSelectorNode } from './readSelectorNode.ts';
import type { FieldRole, FieldSchema } from './schema/FieldSchema.ts';

export type SelectorRole = Extract<FieldRole, 'policyPods' | 'peerPods' | 'namespaces' | 'ownPods' | 'servicePods'>;

const selectorRoles: readonly string[] = ['policyPods', 'peerPods', 'namespaces', 'ownPods', 'servicePods'];

const isSelectorRole = (role: FieldRole | undefined): role is SelectorRole =>
  role !== undefined && selectorRoles.includes(role);

/** Among whom a selector chooses: pods, or namespaces. */
export type Candidates =
  | { readonly type: 'pods'; readonly pods: readonly Pod[] }
  | { readonly type: 'namespaces'; readonly namespaces: readonly Namespace[] };

/** A selector in the text, with those it chooses among. */
export interface Selection {
  readonly role: SelectorRole;
  /** Position of its step in the place. */
  readonly step: number;
  readonly node: SourceNode;
  /** Null while it is invalid. */
  readonly selector: LabelSelector | null;
  readonly candidates: Candidates;
}

/** The selector that a place stands in; `schemas` as `resolveSchemas` gives them. Null outside of selectors. */
export const findSelection = (
  cluster: Cluster,
  place: Place,
  schemas: readonly (FieldSchema | null)[],
): Selection | null => {
  const { object, steps } = place;
  const index = schemas.findLastIndex((schema) => isSelectorRole(schema?.role));
  const role = schemas[index]?.role;
  const step = steps[index - 1];
  if (object === null || step === undefined || !isSelectorRole(role)) return null;
  const parent = parentOf(place, index - 1);
  return {
    role,
    step: index - 1,
    node: step.node,
    selector: readAs(role, step.node, parent),
    candidates: findCandidates(cluster, role, object, parent),
  };
};

const readAs = (role: SelectorRole, node: SourceNode, parent: SourceNode | null): LabelSelector | null => {
  const map = parent === null ? null : resolveAlias(parent);
  if (role === 'servicePods') return map?.type === 'map' ? readLabelMap(map, 'selector') : null;
  if (role !== 'ownPods') return readSelectorNode(node);
  const resolved = resolveAlias(node);
  const isPlainMap =
    resolved.type === 'map' &&
    readChild(resolved, 'matchLabels') === null &&
    readChild(resolved, 'matchExpressions') === null;
  return isPlainMap && map?.type === 'map' ? readLabelMap(map, 'selector') : readSelectorNode(node);
};

/** Whom a selector of this role could match; a policy never matches pods on the host network. */
const findCandidates = (
  cluster: Cluster,
  role: SelectorRole,
  object: SourceMap,
  parent: SourceNode | null,
): Candidates => {
  const own = readNamespace(object);
  const inOwn = cluster.pods.filter(({ namespace }) => namespace === own);
  switch (role) {
    case 'namespaces':
      return { type: 'namespaces', namespaces: cluster.namespaces };
    case 'ownPods':
    case 'servicePods':
      return { type: 'pods', pods: inOwn };
    case 'policyPods':
      return { type: 'pods', pods: inOwn.filter(({ hostNetwork }) => !hostNetwork) };
    case 'peerPods': {
      const beside = readChild(parent, 'namespaceSelector');
      const selector =
        beside === null || (beside.type === 'scalar' && beside.value === null) ? null : readSelectorNode(beside);
      const pods = selector === null ? inOwn : podsInNamespaces(cluster, selector);
      return { type: 'pods', pods: pods.filter(({ hostNetwork }) => !hostNetwork) };
    }
  }
};

const podsInNamespaces = (cluster: Cluster, selector: LabelSelector): readonly Pod[] => {
  const labelsOf = createNamespaceLabels(cluster);
  return cluster.pods.filter(({ namespace }) => matchesSelector(selector, labelsOf(namespace)));
};

/** Those that a selector matches. */
export const matchCandidates = (candidates: Candidates, selector: LabelSelector): Candidates =>
  candidates.type === 'pods'
    ? { type: 'pods', pods: candidates.pods.filter(({ labels }) => matchesSelector(selector, labels)) }
    : {
        type: 'namespaces',
        namespaces: candidates.namespaces.filter(({ labels }) => matchesSelector(selector, labels)),
      };

/** Pods that the peers of a rule take in, by labels only (not by addresses); all pods when there are none. */
export const findPeerPods = (cluster: Cluster, object: SourceMap, peers: SourceNode | null): readonly Pod[] => {
  const list = peers === null ? null : resolveAlias(peers);
  if (list?.type !== 'seq' || list.items.length === 0) return cluster.pods;
  const found = list.items.flatMap((peer) => {
    const pods = readChild(peer, 'podSelector');
    const namespaces = readChild(peer, 'namespaceSelector');
    if (pods === null && namespaces === null) return [];
    const selector = pods === null ? emptySelector : readSelectorNode(pods);
    const candidates = findCandidates(cluster, 'peerPods', object, peer);
    const matched = selector === null ? null : matchCandidates(candidates, selector);
    return matched?.type === 'pods' ? matched.pods : [];
  });
  return [...new Set(found)];
};

/** Pods that a policy's `spec.podSelector` selects. */
export const findSubjectPods = (cluster: Cluster, object: SourceMap): readonly Pod[] => {
  const node = readChild(readChild(object, 'spec'), 'podSelector');
  const selector = node === null ? emptySelector : readSelectorNode(node);
  const candidates = findCandidates(cluster, 'policyPods', object, null);
  const matched = selector === null ? null : matchCandidates(candidates, selector);
  return matched?.type === 'pods' ? matched.pods : [];
};

/** Pods that a Service sends its traffic to. */
export const findServicePods = (cluster: Cluster, object: SourceMap): readonly Pod[] => {
  const spec = readChild(object, 'spec');
  const selector = spec?.type === 'map' ? readLabelMap(spec, 'selector') : null;
  const candidates = findCandidates(cluster, 'servicePods', object, null);
  const matched = selector === null ? null : matchCandidates(candidates, selector);
  return matched?.type === 'pods' ? matched.pods : [];
};
