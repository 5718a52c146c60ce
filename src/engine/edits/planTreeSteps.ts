import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { findTextChange } from '../manifest/findTextChange.ts';
import { parseDocument } from '../manifest/parseDocument.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import { applyTextEdits } from './applyTextEdits.ts';
import type { RefusalCode } from './EditPlan.ts';
import { planDocumentChanges, type DocumentEdits } from './planDocumentChanges.ts';
import type { TextStyle } from './TextStyle.ts';
import type { TreeChange } from './TreeChange.ts';

/** The changes of one step, found in the tree as the steps before left it; none: it has nothing to do. */
export type TreeStep = (root: SourceNode) => readonly TreeChange[] | RefusalCode;

/**
 * Changes of a document that build on each other, each proven by itself. The result is the splices of the only step that
 * changed something, or the one stretch in which the text differs.
 */
export function planTreeSteps(
  text: string,
  document: ManifestDocument,
  { steps, style }: { readonly steps: readonly TreeStep[]; readonly style: TextStyle },
): DocumentEdits {
  let current = { text, document };
  let edits: DocumentEdits = { ok: false, reason: 'NOTHING_TO_CHANGE' };
  for (const step of steps) {
    const { root } = current.document;
    if (root === null) return { ok: false, reason: 'DOCUMENT_STALE' };
    const changes = step(root);
    if (typeof changes === 'string') return { ok: false, reason: changes };
    if (changes.length === 0) continue;
    const planned = planDocumentChanges(current.text, current.document, { changes, style });
    if (!planned.ok) return planned;
    const after = applyTextEdits(current.text, planned.edits);
    if (after === null) return { ok: false, reason: 'UNVERIFIED' };
    edits = edits.ok ? toOneStretch(text, after) : planned;
    current = { text: after, document: readAgain(current.document, after, after.length - current.text.length) };
  }
  return edits;
}

function toOneStretch(before: string, after: string): DocumentEdits {
  const change = findTextChange(before, after);
  return { ok: true, edits: [{ range: change.before, text: after.slice(change.after.start, change.after.end) }] };
}

function readAgain(document: ManifestDocument, text: string, growth: number): ManifestDocument {
  const range = { start: document.range.start, end: document.range.end + growth };
  return { ...document, range, root: parseDocument(text, range).root };
}
