import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { KubernetesObject } from '../manifest/KubernetesObject.ts';
import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { assemblePlan } from './assemblePlan.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import { findObjectTexts, toChange, type ObjectText } from './findObjectText.ts';
import type { IntentOf } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidate, Candidates } from './Proposal.ts';

type DeleteIntent = IntentOf<'delete'>;

/**
 * Objects out of their files, every definition of them: whole documents, or items of a List. Of a namespace, first with all
 * that is in it, as a cluster would do it, then the Namespace object alone. Refusals: DOCUMENT_STALE (it is gone, or its
 * document is broken), and those of the text.
 */
export function planDelete(base: PlanningBase, { objects }: DeleteIntent): Candidates {
  const names = objects.flatMap((id) => (/^Namespace\//.test(id) ? [id.slice('Namespace/'.length)] : []));
  const inside = base.manifests.objects.filter(({ namespace }) => names.includes(namespace)).map(({ id }) => id);
  const sets: readonly (readonly string[])[] = inside.length > 0 ? [[...objects, ...inside], objects] : [objects];
  const candidates: Candidate[] = [];
  let refusal = refuse('DOCUMENT_STALE', { endpoint: objects[0] ?? '' });
  for (const ids of sets) {
    const texts = [...new Set(ids)].flatMap((id) => findObjectTexts(base, id));
    const ends = planRemovals(texts);
    if (texts.length === 0 || ends === null) continue;
    const label = objects.length === 1 ? `Delete ${nameOf(objects[0] ?? '')}` : `Delete ${objects.length} objects`;
    const plan = assemblePlan(base, ends, { label });
    const named = ids.length > objects.length ? [`${objects.join(', ')} and all that is in it`] : objects;
    const file = texts[0]?.file.source.path ?? '';
    const ways = named.map((object) => ({ code: 'DELETE' as const, args: { object, file } }));
    if (plan.ok) candidates.push({ ways, breadth: candidates.length, plan: plan.plan });
    else refusal = plan;
  }
  return candidates.length > 0 ? { ok: true, candidates } : refusal;
}

const nameOf = (id: string): string => id.split('/').slice(-2).join(' ');

/** Documents that hold nothing else go as a whole; of others only the items. */
function planRemovals(texts: readonly ObjectText[]): readonly EndPlan[] | null {
  const byDocument = new Map<ManifestDocument, ObjectText[]>();
  for (const text of texts) byDocument.set(text.document, [...(byDocument.get(text.document) ?? []), text]);
  const ends: EndPlan[] = [];
  for (const [document, own] of byDocument) {
    const [first] = own;
    if (!first) continue;
    if (own.length === document.objects.length) {
      ends.push({ type: 'remove', file: first.file, document });
      continue;
    }
    const { root } = document;
    const list = root?.type === 'map' ? findOwnEntry(root, 'items') : null;
    if (root?.type !== 'map' || list?.value.type !== 'seq') return null;
    const starts = new Set(own.map(({ object }) => object.source.range.start));
    const positions = list.value.items.flatMap((item, position) => (starts.has(item.range.start) ? [position] : []));
    if (positions.length !== own.length) return null;
    ends.push(toChange(first, [{ type: 'removeItems', map: root, key: 'items', positions, whenEmpty: 'empty' }]));
  }
  return ends;
}

/** Whether they are gone. */
export const holdsDelete = (_before: PlanningBase, after: PlanningBase, { objects }: DeleteIntent): boolean =>
  after.manifests.objects.every(({ id }: KubernetesObject) => !objects.includes(id));
