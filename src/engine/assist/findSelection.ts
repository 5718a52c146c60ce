import type { Cluster, Namespace, Pod } from '../cluster/Cluster.ts';
import type { Knowledge } from '../connectivity/createKnowledge.ts';
import type { LabelSelector } from '../labels/LabelSelector.ts';
import { emptySelector } from '../labels/matchesSelector.ts';
import { bothMatch, type Match } from '../labels/Match.ts';
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
  | {
      readonly type: 'pods';
      readonly pods: readonly Pod[];
      /** Those of them that are only perhaps among the candidates: the labels of their namespaces are not known. */
      readonly unsure: ReadonlySet<Pod>;
    }
  | { readonly type: 'namespaces'; readonly namespaces: readonly Namespace[] };

/** Whom a selector matches, and whom only perhaps, since the import does not say enough. */
export type Matched =
  | { readonly type: 'pods'; readonly pods: readonly Pod[]; readonly maybe: readonly Pod[] }
  | { readonly type: 'namespaces'; readonly namespaces: readonly Namespace[]; readonly maybe: readonly Namespace[] };

/** The workspace as far as selectors look at it. */
export interface SelectionBase {
  readonly cluster: Cluster;
  readonly connectivity: { readonly knowledge: Knowledge };
}

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
  base: SelectionBase,
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
    candidates: findCandidates(base, role, object, parent),
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

/** Whom a selector of this role could match. */
const findCandidates = (
  { cluster, connectivity: { knowledge } }: SelectionBase,
  role: SelectorRole,
  object: SourceMap,
  parent: SourceNode | null,
): Candidates => {
  const own = readNamespace(object);
  const inOwn = cluster.parts.find(({ namespace }) => namespace.name === own)?.pods ?? [];
  // Whether selectors reach pods on the host network is up to the network plugin (docs/semantics).
  const isReachable = ({ hostNetwork }: Pod): boolean => !hostNetwork || !knowledge.assumesComplete;
  const isUnsure = ({ hostNetwork }: Pod): boolean => hostNetwork;
  const toCandidates = (pods: readonly Pod[], unsure: readonly Pod[] = []): Candidates => {
    const reachable = pods.filter(isReachable);
    return { type: 'pods', pods: reachable, unsure: new Set([...unsure, ...reachable.filter(isUnsure)]) };
  };
  switch (role) {
    case 'namespaces':
      return { type: 'namespaces', namespaces: cluster.namespaces };
    case 'ownPods':
    case 'servicePods':
      return { type: 'pods', pods: inOwn, unsure: new Set<Pod>() };
    case 'policyPods':
      return toCandidates(inOwn);
    case 'peerPods': {
      const beside = readChild(parent, 'namespaceSelector');
      const isAbsent = beside === null || (beside.type === 'scalar' && beside.value === null);
      const selector = isAbsent ? null : readSelectorNode(beside);
      if (selector === null) return toCandidates(inOwn);
      const matches = cluster.parts.map(({ namespace, pods }) => ({
        pods,
        match: knowledge.matchNamespace(selector, namespace.name),
      }));
      return toCandidates(
        matches.flatMap(({ pods, match }) => (match === 'no' ? [] : pods)),
        matches.flatMap(({ pods, match }) => (match === 'maybe' ? pods : [])),
      );
    }
  }
};

/** Those that a selector matches. */
export const matchCandidates = (
  { connectivity: { knowledge } }: SelectionBase,
  candidates: Candidates,
  selector: LabelSelector,
): Matched => {
  if (candidates.type === 'namespaces') {
    const matching = (wanted: Match) =>
      candidates.namespaces.filter(({ name }) => knowledge.matchNamespace(selector, name) === wanted);
    return { type: 'namespaces', namespaces: matching('yes'), maybe: matching('maybe') };
  }
  const matches = candidates.pods.map((pod) => ({
    pod,
    match: bothMatch(candidates.unsure.has(pod) ? 'maybe' : 'yes', knowledge.matchPod(selector, pod)),
  }));
  const matching = (wanted: Match) => matches.filter(({ match }) => match === wanted).map(({ pod }) => pod);
  return { type: 'pods', pods: matching('yes'), maybe: matching('maybe') };
};

const matchPods = (
  base: SelectionBase,
  candidates: Candidates,
  selector: LabelSelector | null,
): { readonly pods: readonly Pod[]; readonly maybe: readonly Pod[] } => {
  const matched = selector === null ? null : matchCandidates(base, candidates, selector);
  return matched?.type === 'pods' ? matched : { pods: [], maybe: [] };
};

/**
 * Pods that the peers of a rule take in, or perhaps do, by labels only (not by addresses); all pods when there are no
 * peers.
 */
export const findPeerPods = (base: SelectionBase, object: SourceMap, peers: SourceNode | null): readonly Pod[] => {
  const list = peers === null ? null : resolveAlias(peers);
  if (list?.type !== 'seq' || list.items.length === 0) return base.cluster.pods;
  const found = list.items.flatMap((peer) => {
    const pods = readChild(peer, 'podSelector');
    const namespaces = readChild(peer, 'namespaceSelector');
    if (pods === null && namespaces === null) return [];
    const selector = pods === null ? emptySelector : readSelectorNode(pods);
    const matched = matchPods(base, findCandidates(base, 'peerPods', object, peer), selector);
    return [...matched.pods, ...matched.maybe];
  });
  return [...new Set(found)];
};

/** Pods that a policy's `spec.podSelector` selects, and those that it selects perhaps. */
export const matchSubject = (base: SelectionBase, object: SourceMap): ReturnType<typeof matchPods> => {
  const node = readChild(readChild(object, 'spec'), 'podSelector');
  const selector = node === null ? emptySelector : readSelectorNode(node);
  return matchPods(base, findCandidates(base, 'policyPods', object, null), selector);
};

/** Both kinds of them. */
export const findSubjectPods = (base: SelectionBase, object: SourceMap): readonly Pod[] => {
  const { pods, maybe } = matchSubject(base, object);
  return [...pods, ...maybe];
};

/** Pods that a Service sends its traffic to. */
export const findServicePods = (base: SelectionBase, object: SourceMap): readonly Pod[] => {
  const spec = readChild(object, 'spec');
  const selector = spec?.type === 'map' ? readLabelMap(spec, 'selector') : null;
  return matchPods(base, findCandidates(base, 'servicePods', object, null), selector).pods;
};
