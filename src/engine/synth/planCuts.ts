import { applyTextEdits } from '../edits/applyTextEdits.ts';
import { detectTextStyle } from '../edits/detectTextStyle.ts';
import { findOwnEntry } from '../edits/findOwnEntry.ts';
import { planDocumentChanges } from '../edits/planDocumentChanges.ts';
import type { EmptySequence, TreeChange } from '../edits/TreeChange.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import { splitDocuments } from '../manifest/splitDocuments.ts';
import type { FilePath } from '../manifest/SourceFile.ts';
import type { SourceSeq } from '../manifest/SourceNode.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import type { Refusal } from '../edits/EditPlan.ts';
import type { Cut } from './findCuts.ts';
import { findPolicyText, type PolicyText } from './findPolicyText.ts';
import { listIsolated, listSubjects, type PlanningBase } from './PlanningBase.ts';
import { isChosenName } from './policyName.ts';

/** What of a rule's text goes. */
export type CutText = Pick<Cut, 'policy' | 'rule' | 'peers'>;

/**
 * Takes the cuts, all of one policy, out of its text. A rule that loses its last peer goes as a whole, since an empty
 * `from` or `to` means everyone. A policy that loses its last rule of a direction goes on isolating (docs/semantics):
 * policyTypes says so, or is made to. A policy that `planAllowFlow` named goes as a whole when it would add nothing to what others isolate.
 *
 * Several texts may be right then (`ingress: []` or no `ingress`): one that `originals`, the text before some earlier
 * edit, has is preferred.
 */
export function planCuts(
  base: PlanningBase,
  cuts: readonly CutText[],
  originals: ReadonlyMap<FilePath, string>,
): EndPlan | Refusal {
  const [first] = cuts;
  const text = first ? findPolicyText(base, first.policy) : null;
  if (!first || !text) return refuse('UNVERIFIED');
  const original = originals.get(text.file.source.path) ?? '';
  const known = new Set(splitDocuments(original).map(({ start, end }) => original.slice(start, end).trimEnd()));
  const variants = listVariants(text, cuts);
  const planned = variants.map((changes) => planVariant(text, changes));
  const restored = planned.find((variant) => variant.document !== null && known.has(variant.document.trimEnd()));
  if (restored) return restored.end;
  if (addsNothing(base, text, cuts)) return { type: 'remove', file: text.file, document: text.document };
  const preferred = planned.find(({ document }) => document !== null) ?? planned[0];
  return preferred?.end ?? refuse('UNVERIFIED');
}

interface PlannedVariant {
  readonly end: EndPlan;
  /** The document's text with the changes; null when they can not be made. */
  readonly document: string | null;
}

function planVariant({ file, document, spec, object }: PolicyText, changes: readonly TreeChange[]): PlannedVariant {
  const { text } = file.source;
  const style = detectTextStyle(text, [spec, object.source.node]);
  const end: EndPlan = { type: 'change', file, document, changes, style };
  const planned = planDocumentChanges(text, document, { changes, style });
  const after = planned.ok ? applyTextEdits(text, planned.edits) : null;
  const length = document.range.end + (after?.length ?? 0) - text.length;
  return { end, document: after === null ? null : after.slice(document.range.start, length) };
}

/** The changes that make the cuts, the preferred ones first. */
function listVariants(text: PolicyText, cuts: readonly CutText[]): readonly (readonly TreeChange[])[] {
  const emptied = (['ingress', 'egress'] as const).filter((direction) => countLeft(text, direction, cuts) === 0);
  const types = findOwnEntry(text.spec, 'policyTypes')?.value;
  const isStated = types?.type === 'seq' && types.items.length > 0;
  const preferred = isStated && emptied.every((direction) => !hasComments(text, direction));
  const order: readonly EmptySequence[] = preferred ? ['absent', 'empty', 'null'] : ['empty', 'absent', 'null'];
  const needsTypes = !isStated && emptied.includes('egress');
  if (emptied.length === 0) return [listChanges(text, cuts, 'empty')];
  return order.map((whenEmpty) => [...(needsTypes ? [stateTypes(text)] : []), ...listChanges(text, cuts, whenEmpty)]);
}

/** Without `policyTypes`, an empty `egress` would stop isolating egress (docs/semantics). */
function stateTypes({ spec }: PolicyText): TreeChange {
  const items = ['Ingress', 'Egress'];
  return { type: 'addItems', map: spec, key: 'policyTypes', items, placeAfter: 'podSelector' };
}

function listChanges(text: PolicyText, cuts: readonly CutText[], whenEmpty: EmptySequence): readonly TreeChange[] {
  return (['ingress', 'egress'] as const).flatMap((direction): readonly TreeChange[] => {
    const own = cuts.filter(({ rule }) => rule.direction === direction);
    const positions = listRuleCuts(own);
    const rules: TreeChange = { type: 'removeItems', map: text.spec, key: direction, positions, whenEmpty };
    const peers = own.flatMap(({ rule, peers }): TreeChange[] => {
      const node = findRules(text, direction)?.items[rule.origin.index];
      const map = node && resolveAlias(node);
      if (peers === null || map?.type !== 'map') return [];
      const key = direction === 'ingress' ? 'from' : 'to';
      return [{ type: 'removeItems', map, key, positions: peers, whenEmpty: 'empty' }];
    });
    return positions.length > 0 ? [rules, ...peers] : peers;
  });
}

const listRuleCuts = (cuts: readonly CutText[]): readonly number[] =>
  cuts.filter(({ peers }) => peers === null).map(({ rule }) => rule.origin.index);

function findRules({ spec }: PolicyText, direction: Direction): SourceSeq | null {
  const value = findOwnEntry(spec, direction)?.value;
  return value?.type === 'seq' ? value : null;
}

/** How many rules of the direction stay; null when none of them is cut as a whole. */
function countLeft(text: PolicyText, direction: Direction, cuts: readonly CutText[]): number | null {
  const removed = listRuleCuts(cuts.filter(({ rule }) => rule.direction === direction)).length;
  return removed === 0 ? null : (findRules(text, direction)?.items.length ?? 0) - removed;
}

/** Whether somebody wrote about the rules of a direction: then the key stays for the comment's sake. */
function hasComments({ spec, file }: PolicyText, direction: Direction): boolean {
  const entry = findOwnEntry(spec, direction);
  if (!entry) return false;
  const { text } = file.source;
  const above = text.slice(0, entry.range.start).split('\n').at(-2) ?? '';
  const end = text.indexOf('\n', entry.range.end);
  return /^\s*#/.test(above) || /(?:^|\s)#/.test(text.slice(entry.range.start, end === -1 ? text.length : end));
}

/** Whether drawing made the policy and it has no other rule, is alone in its document without comments, and isolates only what others isolate. */
function addsNothing(base: PlanningBase, text: PolicyText, cuts: readonly CutText[]): boolean {
  const { file, document, object } = text;
  const [policy] = cuts.map((cut) => cut.policy);
  const rules = (['ingress', 'egress'] as const).reduce(
    (sum, direction) => sum + (findRules(text, direction)?.items.length ?? 0),
    0,
  );
  if (!policy || rules !== listRuleCuts(cuts).length || document.status !== 'ok') return false;
  if (!isChosenName(object.name) || object.source.inList || document.objects.length !== 1) return false;
  if (/(?:^|\s)#/.test(file.source.text.slice(document.range.start, document.range.end))) return false;
  const pods = listSubjects(base, policy);
  return policy.isolates.every(
    (direction) => listIsolated(base, { direction, pods, except: policy }).length === pods.length,
  );
}
