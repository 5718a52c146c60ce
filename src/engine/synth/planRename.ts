import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import { isDnsLabel, isDnsSubdomain } from '../manifest/isQualifiedName.ts';
import type { KubernetesObject } from '../manifest/KubernetesObject.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { assemblePlan } from './assemblePlan.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import { findMapAt, findObjectText, findObjectTexts, toChange } from './findObjectText.ts';
import type { IntentOf } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidate, Candidates, Way } from './Proposal.ts';
import { nameLabel } from '../labels/nameLabel.ts';

type RenameIntent = IntentOf<'rename'>;

/**
 * Another name for a policy, a workload or a namespace. What is in a namespace moves along; selectors that name it by its
 * name label follow in the first alternative, and stay as they are in the second. Refusals: BAD_NAME, NAME_TAKEN,
 * DOCUMENT_STALE, and those of the text.
 */
export function planRename(base: PlanningBase, { object: id, name }: RenameIntent): Candidates {
  const texts = findObjectTexts(base, id);
  const [first] = texts;
  if (!first) return refuse('DOCUMENT_STALE', { endpoint: id });
  const { object } = first;
  const isNamespace = object.type === 'namespace';
  if (!(isNamespace ? isDnsLabel(name) : isDnsSubdomain(name))) return refuse('BAD_NAME', { name });
  const renamed = toId(object, name);
  if (base.manifests.objects.some((other) => other.id === renamed)) return refuse('NAME_TAKEN', { object: renamed });
  const own: EndPlan[] = [];
  for (const text of texts) {
    const metadata = findMapAt(text.object.source.node, ['metadata']);
    if (metadata === null) return refuse('UNVERIFIED');
    own.push(toChange(text, [{ type: 'setValue', map: metadata, key: 'name', value: name }]));
  }
  const moved = isNamespace ? moveObjects(base, object.name, name) : [];
  const followed = isNamespace ? listNamers(base, object.name, name) : [];
  const label = `Rename ${object.kind} ${object.name} to ${name}`;
  const way: Way = {
    code: 'RENAME',
    args: { object: `${object.kind} ${object.name}`, name, file: first.file.source.path },
  };
  const candidates: Candidate[] = [];
  let refusal = refuse('UNVERIFIED');
  for (const following of followed.length > 0 ? [followed, []] : [[]]) {
    const plan = assemblePlan(base, [...own, ...moved, ...following.map(({ end }) => end)], { label });
    const ways = [way, ...following.map(({ way: follow }) => follow)];
    if (plan.ok) candidates.push({ ways, breadth: candidates.length, plan: plan.plan });
    else refusal = plan;
  }
  return candidates.length > 0 ? { ok: true, candidates } : refusal;
}

const toId = ({ type, kind, namespace }: KubernetesObject, name: string): string =>
  type === 'namespace' ? `Namespace/${name}` : namespace === '' ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;

/** Everything that says it is in the namespace. */
function moveObjects({ manifests }: PlanningBase, from: string, to: string): readonly EndPlan[] {
  return manifests.objects
    .filter(({ namespace, namespaceStated }) => namespace === from && namespaceStated)
    .flatMap((object) => {
      const text = findObjectText(manifests.files, object);
      const map = findMapAt(object.source.node, ['metadata']);
      return text && map ? [toChange(text, [{ type: 'setValue', map, key: 'namespace', value: to }])] : [];
    });
}

/** Policies whose selectors name the namespace by its name, and how they follow. */
function listNamers(
  { manifests }: PlanningBase,
  from: string,
  to: string,
): readonly { readonly end: EndPlan; readonly way: Way }[] {
  return manifests.objects.flatMap((object) => {
    if (object.type !== 'policy') return [];
    const text = findObjectText(manifests.files, object);
    const changes = listNameChanges(object.source.node, from, to);
    if (text === null || changes.length === 0) return [];
    const way: Way = { code: 'FOLLOW', args: { object: object.id, file: text.file.source.path } };
    return [{ end: toChange(text, changes), way }];
  });
}

/** In `matchLabels`, and among the `values` of an expression, wherever in the policy. */
function listNameChanges(node: SourceNode, from: string, to: string): readonly TreeChange[] {
  if (node.type === 'seq') return node.items.flatMap((item) => listNameChanges(item, from, to));
  if (node.type !== 'map') return [];
  const own = findOwnEntry(node, nameLabel);
  const changes: TreeChange[] = [];
  if (own?.value.type === 'scalar' && own.value.text === from) {
    changes.push({ type: 'setValue', map: node, key: nameLabel, value: to });
  }
  changes.push(...listValueChanges(node, from, to));
  return [...changes, ...node.entries.flatMap(({ value }) => listNameChanges(value, from, to))];
}

function listValueChanges(map: SourceMap, from: string, to: string): readonly TreeChange[] {
  const key = findOwnEntry(map, 'key')?.value;
  const values = findOwnEntry(map, 'values')?.value;
  const list = values && resolveAlias(values);
  if (key?.type !== 'scalar' || key.text !== nameLabel || list?.type !== 'seq') return [];
  return list.items.flatMap((item, position): TreeChange[] =>
    item.type === 'scalar' && item.text === from ? [{ type: 'setItem', map, key: 'values', position, value: to }] : [],
  );
}

/** Whether the new name is there and the old one is not. */
export function holdsRename(before: PlanningBase, after: PlanningBase, { object: id, name }: RenameIntent): boolean {
  const object = before.manifests.objects.find((one) => one.id === id);
  const ids = new Set<string>(after.manifests.objects.map((one) => one.id));
  return object !== undefined && ids.has(toId(object, name)) && !ids.has(id);
}
