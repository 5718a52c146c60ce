import { findEntry } from '../manifest/findEntry.ts';
import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { parseDocument } from '../manifest/parseDocument.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import { applyTextEdits, type TextSplice } from './applyTextEdits.ts';
import type { RefusalCode } from './EditPlan.ts';
import { findAnchors } from './findAnchors.ts';
import { findOwnEntry } from './findOwnEntry.ts';
import { hasNeededAnchor, isSharedNode } from './isSharedNode.ts';
import { planTreeChange } from './planTreeChange.ts';
import { isScalarValue } from './replaceValue.ts';
import type { TextStyle } from './TextStyle.ts';
import type { TreeChange } from './TreeChange.ts';
import { verifyTreeChanges } from './verifyTreeChanges.ts';

export type DocumentEdits =
  | {
      readonly ok: true;
      readonly edits: readonly TextSplice[];
      /** Names of the YAML anchors through which what changes was shared, where that was allowed. */
      readonly anchors?: readonly string[];
    }
  | { readonly ok: false; readonly reason: RefusalCode };

const refuse = (reason: RefusalCode): DocumentEdits => ({ ok: false, reason });

/**
 * The splices of `text`, the file of `document`, that make the changes and nothing else. Proven by parsing the new text:
 * its tree is the old one with the changes made, else `UNVERIFIED`. What other places share is refused (`ALIASED`) unless
 * `isShared` says that it is meant.
 */
export function planDocumentChanges(
  text: string,
  document: ManifestDocument,
  {
    changes,
    style,
    isShared = false,
  }: { readonly changes: readonly TreeChange[]; readonly style: TextStyle; readonly isShared?: boolean },
): DocumentEdits {
  const { root } = document;
  if (document.problems.some(({ code }) => code === 'HELM_TEMPLATE')) return refuse('HELM_TEMPLATE');
  if (document.status !== 'ok' || root === null) return refuse('DOCUMENT_STALE');
  if (!isShared && changes.some((change) => touchesShared(root, change))) return refuse('ALIASED');
  if (changes.some((change) => takesNeeded(root, change))) return refuse('ALIASED');
  const edits: TextSplice[] = [];
  for (const change of changes) {
    const planned = planTreeChange(text, change, style);
    if (planned === null) return refuse('UNVERIFIED');
    edits.push(...planned);
  }
  const after = applyTextEdits(text, edits);
  if (after === null) return refuse('UNVERIFIED');
  const { start, end } = document.range;
  const parsed = parseDocument(after, { start, end: end + after.length - text.length });
  const verified = parsed.root !== null && verifyTreeChanges(root, parsed.root, changes);
  if (!verified) return refuse('UNVERIFIED');
  const anchors = isShared ? [...new Set(changes.flatMap((change) => findAnchors(root, change)))] : [];
  return { ok: true, edits, ...(anchors.length > 0 && { anchors }) };
}

function touchesShared(root: SourceNode, change: TreeChange): boolean {
  const entry = findOwnEntry(change.map, change.key);
  if (isSharedNode(root, entry?.value ?? change.map)) return true;
  if (entry === null) return findEntry(change.map, change.key) !== null;
  return entry.value.type === 'alias';
}

/** Whether it would take an anchor away that others need. */
function takesNeeded(root: SourceNode, change: TreeChange): boolean {
  const entry = findOwnEntry(change.map, change.key);
  return entry !== null && listGone(change, entry.value).some((node) => hasNeededAnchor(root, node));
}

/** What the change takes away of an entry's old value. */
function listGone(change: TreeChange, value: SourceNode): readonly SourceNode[] {
  // A scalar that becomes another one keeps its anchor.
  const isKept = (node: SourceNode | undefined): boolean =>
    node?.type === 'scalar' && (change.type === 'setValue' || change.type === 'setItem') && isScalarValue(change.value);
  if (change.type === 'setValue' || change.type === 'removeEntry') return isKept(value) ? [] : [value];
  const items = value.type === 'seq' ? value.items : [];
  if (change.type === 'setItem') {
    return items.slice(change.position, change.position + 1).filter((item) => !isKept(item));
  }
  return change.type === 'removeItems' ? change.positions.flatMap((position) => items[position] ?? []) : [];
}
