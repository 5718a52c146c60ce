import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { findTextChange } from '../manifest/findTextChange.ts';
import { parseDocument } from '../manifest/parseDocument.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import type { AliasChoice } from './AliasChoice.ts';
import { applyTextEdits } from './applyTextEdits.ts';
import type { RefusalCode } from './EditPlan.ts';
import { isolateRoute } from './isolateRoute.ts';
import { planDocumentChanges, type DocumentEdits } from './planDocumentChanges.ts';
import { retarget } from './retarget.ts';
import type { Route } from './Route.ts';
import type { TextStyle } from './TextStyle.ts';
import type { TreeChange } from './TreeChange.ts';

/** The changes of one step, found in the tree as the steps before left it; none: it has nothing to do. */
export type TreeStep = (root: SourceNode) => readonly TreeChange[] | RefusalCode;

/** Steps that write out what is shared on a route, which is found when the steps before are made. */
export interface IsolationStep {
  readonly isolate: (root: SourceNode) => Route | null;
}

/**
 * Changes of a document that build on each other, each proven by itself. The result is the splices of the only step that
 * changed something, or the one stretch in which the text differs.
 */
export function planTreeSteps(
  text: string,
  document: ManifestDocument,
  { steps, style, aliases = null }: TreeSteps,
): DocumentEdits {
  let current = { text, document };
  let edits: DocumentEdits = { ok: false, reason: 'NOTHING_TO_CHANGE' };
  const anchors = new Set<string>();
  const queue = toSharingSteps(steps, aliases);
  let rounds = 0;
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const { root } = current.document;
    if (root === null) return { ok: false, reason: 'DOCUMENT_STALE' };
    const found = step.find(root);
    if (found === null || typeof found === 'string') return { ok: false, reason: found ?? 'ALIASED' };
    if (found.length === 0) continue;
    const { isShared } = step;
    const planned = planDocumentChanges(current.text, current.document, { changes: found, style, isShared });
    if (!planned.ok) return planned;
    const after = applyTextEdits(current.text, planned.edits);
    if (after === null) return { ok: false, reason: 'UNVERIFIED' };
    for (const name of planned.anchors ?? []) anchors.add(name);
    edits = edits.ok ? toOneStretch(text, after) : planned;
    current = { text: after, document: readAgain(current.document, after, after.length - current.text.length) };
    rounds += 1;
    if (step.isRepeated && rounds < mostRounds) queue.unshift(step);
  }
  return edits.ok && anchors.size > 0 ? { ...edits, anchors: [...anchors] } : edits;
}

/** Each round writes one shared part out; a document where that does not end soon is left alone. */
const mostRounds = 100;

export interface TreeSteps {
  readonly steps: readonly (TreeStep | IsolationStep)[];
  readonly style: TextStyle;
  /** Null: what is shared is refused. */
  readonly aliases?: AliasChoice | null;
}

interface SharingStep {
  readonly find: (root: SourceNode) => readonly TreeChange[] | RefusalCode | null;
  /** The change is meant for what is shared, or for the aliases themselves. */
  readonly isShared: boolean;
  /** Until it finds nothing more. */
  readonly isRepeated: boolean;
}

const toSharingSteps = (steps: TreeSteps['steps'], aliases: AliasChoice | null): SharingStep[] =>
  steps.flatMap((step): readonly SharingStep[] => {
    if (typeof step !== 'function') {
      const find: SharingStep['find'] = (root) => {
        const route = step.isolate(root);
        return route && isolateRoute(root, route);
      };
      return aliases === 'here' ? [{ find, isShared: true, isRepeated: true }] : [];
    }
    if (aliases !== 'everywhere') return [{ find: step, isShared: false, isRepeated: false }];
    const find: SharingStep['find'] = (root) => {
      const changes = step(root);
      return typeof changes === 'string' ? changes : retargetAll(root, changes);
    };
    return [{ find, isShared: true, isRepeated: false }];
  });

/** The changes where what they mean to change is written, each once; null when one can not be made there. */
function retargetAll(root: SourceNode, changes: readonly TreeChange[]): readonly TreeChange[] | null {
  const found: TreeChange[] = [];
  for (const change of changes) {
    const there = retarget(root, change);
    if (there === null) return null;
    if (!found.some((other) => isSameChange(other, there))) found.push(there);
  }
  return found;
}

const isSameChange = (a: TreeChange, b: TreeChange): boolean =>
  a.map === b.map && JSON.stringify({ ...a, map: null }) === JSON.stringify({ ...b, map: null });

function toOneStretch(before: string, after: string): DocumentEdits {
  const change = findTextChange(before, after);
  return { ok: true, edits: [{ range: change.before, text: after.slice(change.after.start, change.after.end) }] };
}

function readAgain(document: ManifestDocument, text: string, growth: number): ManifestDocument {
  const range = { start: document.range.start, end: document.range.end + growth };
  return { ...document, range, root: parseDocument(text, range).root };
}
