import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { PlanWarning } from '../edits/EditPlan.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import type { LabelSet } from '../labels/LabelSelector.ts';
import type { KubernetesObject } from '../manifest/KubernetesObject.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { assemblePlan } from './assemblePlan.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import { findMapAt, findObjectText, findObjectTexts, toChange } from './findObjectText.ts';
import type { IntentOf } from './Intent.ts';
import { findBadLabel } from './planCreate.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidate, Candidates, Way } from './Proposal.ts';

type RelabelIntent = IntentOf<'relabel'>;

/**
 * Other labels for the pods of a workload (in its template, its pods and its own selector) or for a namespace. Selectors of
 * policies and Services that name an old value follow in one alternative, and stay in the other; which of the two keeps
 * the flows is for the evaluation to say. Refusals: BAD_LABEL, NOTHING_TO_CHANGE, DOCUMENT_STALE, and those of the text.
 */
export function planRelabel(base: PlanningBase, intent: RelabelIntent): Candidates {
  const { object: id, set, remove } = intent;
  const bad = findBadLabel(set);
  if (bad !== null) return refuse('BAD_LABEL', { label: bad });
  const texts = findObjectTexts(base, id);
  const [first] = texts;
  if (!first) return refuse('DOCUMENT_STALE', { endpoint: id });
  const old = labelsOf(first.object);
  const changed = Object.fromEntries(Object.entries(set).filter(([key, value]) => old[key] !== value));
  const gone = remove.filter((key) => Object.hasOwn(old, key));
  if (Object.keys(changed).length === 0 && gone.length === 0) return refuse('NOTHING_TO_CHANGE', { object: id });

  const pods = listOwnPods(base, id);
  const own: EndPlan[] = [...texts, ...pods].flatMap((text) => {
    const changes = relabelObject(text.object, changed, gone);
    return changes.length > 0 ? [toChange(text, changes)] : [];
  });
  const hasSelector = texts.some(({ object }) => changeSelector(object, changed, gone).length > 0);
  const warnings: readonly PlanWarning[] = hasSelector ? [{ code: 'SELECTOR_IMMUTABLE', args: { object: id } }] : [];
  const label = `Change labels of ${first.object.name}`;
  const way: Way = { code: 'SET_LABELS', args: { object: id, file: first.file.source.path } };
  const followed = listFollowers(base, first.object, changed);
  const candidates: Candidate[] = [];
  let refusal = refuse('UNVERIFIED');
  for (const following of followed.length > 0 ? [followed, []] : [[]]) {
    const plan = assemblePlan(base, [...own, ...following.map(({ end }) => end)], { label, warnings });
    const ways = [way, ...following.map(({ way: follow }) => follow)];
    if (plan.ok) candidates.push({ ways, breadth: candidates.length, plan: plan.plan });
    else refusal = plan;
  }
  return candidates.length > 0 ? { ok: true, candidates } : refusal;
}

const labelsOf = (object: KubernetesObject): LabelSet =>
  object.type === 'workload' ? object.template.labels : object.labels;

/** Real pods of a workload, which carry its labels themselves. */
function listOwnPods({ connectivity: { cluster }, manifests }: PlanningBase, id: string) {
  const workload = cluster.workloads.find((one) => one.id === id);
  const real = (workload?.pods ?? [])
    .flatMap((index) => cluster.pods[index] ?? [])
    .filter((pod) => !pod.representative);
  const ids = new Set<string>(real.map((pod) => pod.id));
  return manifests.objects
    .filter((object) => object.type === 'pod' && ids.has(object.id) && object.id !== id)
    .flatMap((object) => findObjectText(manifests.files, object) ?? []);
}

/** Where the labels of an object's pods stand; a namespace's and a pod's are its own. */
const pathOf = ({ type, kind }: KubernetesObject): readonly string[] => {
  if (type !== 'workload') return ['metadata'];
  return kind === 'CronJob'
    ? ['spec', 'jobTemplate', 'spec', 'template', 'metadata']
    : ['spec', 'template', 'metadata'];
};

const relabelObject = (object: KubernetesObject, set: LabelSet, remove: readonly string[]): readonly TreeChange[] => {
  const path = pathOf(object);
  const metadata = findMapAt(object.source.node, path);
  const owner = metadata ?? findMapAt(object.source.node, path.slice(0, -1));
  if (owner === null) return [];
  if (metadata === null) {
    const type = findOwnEntry(owner, 'metadata') === null ? 'addEntry' : 'setValue';
    return [{ type, map: owner, key: 'metadata', value: { labels: set } }];
  }
  return [...changeLabels(metadata, 'labels', set, remove), ...changeSelector(object, set, remove)];
};

/** The labels under `key`, entry by entry; new ones together, since they go to one place. */
function changeLabels(owner: SourceMap, key: string, set: LabelSet, remove: readonly string[]): readonly TreeChange[] {
  const entry = findOwnEntry(owner, key);
  const labels = entry && resolveAlias(entry.value);
  if (labels?.type !== 'map' || labels.entries.length === 0) {
    const value = set;
    if (Object.keys(set).length === 0) return [];
    return [entry ? { type: 'setValue', map: owner, key, value } : { type: 'addEntry', map: owner, key, value }];
  }
  const kept = labels.entries.filter(({ key: own }) => !remove.includes(own.text));
  const added = Object.entries(set).filter(([name]) => findOwnEntry(labels, name) === null);
  const isRewritten = added.length > 1 || kept.length === 0 || (added.length > 0 && remove.length > 0);
  if (isRewritten) {
    const now = kept.map(({ key: own, value }) => [own.text, set[own.text] ?? textOf(value)] as const);
    return [{ type: 'setValue', map: owner, key, value: Object.fromEntries([...now, ...added]) }];
  }
  return [
    ...Object.entries(set)
      .filter(([name]) => findOwnEntry(labels, name) !== null)
      .map(([name, value]): TreeChange => ({ type: 'setValue', map: labels, key: name, value })),
    ...added.map(([name, value]): TreeChange => ({ type: 'addEntry', map: labels, key: name, value })),
    ...remove
      .filter((name) => findOwnEntry(labels, name) !== null)
      .map((name): TreeChange => ({ type: 'removeEntry', map: labels, key: name })),
  ];
}

const textOf = (node: SourceNode): string => {
  const value = resolveAlias(node);
  return value.type === 'scalar' ? value.text : '';
};

/** A workload's own selector names labels of its template: those that change there change here. */
function changeSelector(object: KubernetesObject, set: LabelSet, remove: readonly string[]): readonly TreeChange[] {
  if (object.type !== 'workload') return [];
  const isOld = object.kind === 'ReplicationController';
  const owner = findMapAt(object.source.node, isOld ? ['spec'] : ['spec', 'selector']);
  const key = isOld ? 'selector' : 'matchLabels';
  const labels = owner && findMapAt(owner, [key]);
  if (!owner || !labels) return [];
  const known = Object.fromEntries(Object.entries(set).filter(([name]) => findOwnEntry(labels, name) !== null));
  const gone = remove.filter((name) => findOwnEntry(labels, name) !== null);
  return Object.keys(known).length + gone.length > 0 ? changeLabels(owner, key, known, gone) : [];
}

/** Policies and Services whose selectors name an old value, with the new one. */
function listFollowers(
  { manifests }: PlanningBase,
  object: KubernetesObject,
  set: LabelSet,
): readonly { readonly end: EndPlan; readonly way: Way }[] {
  const old = labelsOf(object);
  const renamed = Object.entries(set).flatMap(([key, value]) =>
    Object.hasOwn(old, key) ? [{ key, from: old[key]!, to: value }] : [],
  );
  const selector = object.type === 'namespace' ? 'namespaceSelector' : 'podSelector';
  return manifests.objects.flatMap((other) => {
    const isService = other.type === 'service' && object.type !== 'namespace' && other.namespace === object.namespace;
    if (other.type !== 'policy' && !isService) return [];
    const text = findObjectText(manifests.files, other);
    const spec = isService ? findMapAt(other.source.node, ['spec', 'selector']) : null;
    const changes = isService
      ? spec === null
        ? []
        : renameValues(spec, renamed)
      : listSelectorMaps(other.source.node, selector).flatMap((map) => renameValues(map, renamed));
    if (text === null || changes.length === 0) return [];
    const way: Way = { code: 'FOLLOW', args: { object: other.id, file: text.file.source.path } };
    return [{ end: toChange(text, changes), way }];
  });
}

interface Renamed {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

const renameValues = (map: SourceMap, renamed: readonly Renamed[]): readonly TreeChange[] =>
  renamed.flatMap(({ key, from, to }): TreeChange[] => {
    const entry = findOwnEntry(map, key);
    return entry && textOf(entry.value) === from ? [{ type: 'setValue', map, key, value: to }] : [];
  });

/** The `matchLabels` of every selector of a kind, wherever in a policy. */
function listSelectorMaps(node: SourceNode, selector: string): readonly SourceMap[] {
  if (node.type === 'seq') return node.items.flatMap((item) => listSelectorMaps(item, selector));
  if (node.type !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const own = key.text === selector && value.type === 'map' ? findMapAt(value, ['matchLabels']) : null;
    return [...(own ? [own] : []), ...listSelectorMaps(value, selector)];
  });
}

/** Whether the pods (or the namespace) carry the labels. */
export function holdsRelabel(_before: PlanningBase, after: PlanningBase, intent: RelabelIntent): boolean {
  const { object: id, set, remove } = intent;
  const object = after.manifests.objects.find((one) => one.id === id);
  if (!object) return false;
  const labels = labelsOf(object);
  return (
    Object.entries(set).every(([key, value]) => labels[key] === value) &&
    remove.every((key) => !Object.hasOwn(labels, key))
  );
}
