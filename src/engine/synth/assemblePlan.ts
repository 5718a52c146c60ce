import type { AliasChoice } from '../edits/AliasChoice.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { EditPlan, FileEdit, PlanResult, Refusal, RefusalCode, TextEdit } from '../edits/EditPlan.ts';
import { planDocumentAppend, writeDocuments } from '../edits/planDocumentAppend.ts';
import { planDocumentChanges } from '../edits/planDocumentChanges.ts';
import { planDocumentRemoval } from '../edits/planDocumentRemoval.ts';
import { isolateChanges } from '../edits/isolateChanges.ts';
import { planTreeSteps } from '../edits/planTreeSteps.ts';
import type { TextSplice } from '../edits/applyTextEdits.ts';
import type { FilePath, FileRange, SourceFile, TextRange } from '../manifest/SourceFile.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import type { PlanningBase } from './PlanningBase.ts';
import { refuseFile } from './refuseFile.ts';

type Words = Pick<EditPlan, 'label' | 'warnings'>;

/**
 * One plan of what the ends need. Ends that change the same document are changed and verified together; the first end's
 * text is what the plan reveals.
 */
export function assemblePlan(
  { manifests, aliases }: Pick<PlanningBase, 'manifests' | 'aliases'>,
  ends: readonly EndPlan[],
  words: Words,
): PlanResult {
  const edits: TextEdit[] = [];
  const files: FileEdit[] = [];
  const anchors = new Set<string>();
  for (const group of groupEnds(ends)) {
    const refusal = refuseGroup(group);
    if (refusal) return refusal;
    const planned = planGroup(group, edits, aliases ?? null);
    if ('reason' in planned) return refuse(planned.reason, { file: pathOf(group[0]!) });
    edits.push(...planned.edits);
    files.push(...planned.files);
    for (const name of planned.anchors ?? []) anchors.add(name);
  }
  const texts = new Map(manifests.files.map(({ source }) => [source.path, source.text]));
  const applied = applyPlan(texts, { edits, files });
  if (!applied.ok) return refuse('UNVERIFIED');
  const reveal = ends[0] ? findReveal(pathOf(ends[0]), applied.inverse.edits, applied.files) : null;
  const shared = aliases && anchors.size > 0 ? { shared: { choice: aliases, anchors: [...anchors] } } : {};
  return { ok: true, plan: { ...words, edits, files, reveal, ...shared } };
}

const pathOf = (end: EndPlan): FilePath => (end.type === 'append' ? end.path : end.file.source.path);

/** No plan touches a file that is not to be edited by hand; what is said of its other documents stays. */
const refuseGroup = ([first]: readonly EndPlan[]): Refusal | null => (first?.file ? refuseFile(first.file) : null);

/** Changes of one document belong together, and so do new documents of one file, and those that leave it. */
function groupEnds(ends: readonly EndPlan[]): readonly (readonly EndPlan[])[] {
  const groups = new Map<string, EndPlan[]>();
  for (const end of ends) {
    const key = `${end.type === 'change' ? end.document.index : end.type} ${pathOf(end)}`;
    groups.set(key, [...(groups.get(key) ?? []), end]);
  }
  return [...groups.values()].sort((a, b) => rankGroup(a) - rankGroup(b));
}

/** New documents last, after rules that are added at the end of the same file; documents that go first, see `findTextLeft`. */
const rankGroup = ([first]: readonly EndPlan[]): number =>
  first?.type === 'remove' ? 0 : first?.type === 'append' ? 2 : 1;

type PlannedGroup =
  | {
      readonly edits: readonly TextEdit[];
      readonly files: readonly FileEdit[];
      readonly anchors?: readonly string[] | undefined;
    }
  | { readonly reason: RefusalCode };

function planGroup(group: readonly EndPlan[], earlier: readonly TextEdit[], aliases: AliasChoice | null): PlannedGroup {
  const [first] = group;
  if (!first) return { edits: [], files: [] };
  const file = pathOf(first);
  const toEdits = (splices: readonly TextSplice[], anchors?: readonly string[]): PlannedGroup => ({
    edits: splices.map((splice) => ({ file, ...splice })),
    files: [],
    anchors,
  });
  if (first.type === 'remove') {
    const documents = group.flatMap((end) => (end.type === 'remove' ? [end.document] : []));
    const removed = planDocumentRemoval(first.file, documents);
    if (removed === null) return { reason: 'UNVERIFIED' };
    return removed === 'file' ? { edits: [], files: [{ type: 'remove', file }] } : toEdits(removed);
  }
  if (first.type === 'append') {
    const values = group.flatMap((end) => (end.type === 'append' ? [end.value] : []));
    if (first.file === null) {
      return { edits: [], files: [{ type: 'create', file, text: writeDocuments(values, first.style) }] };
    }
    const appended = planDocumentAppend(first.file, values, first.style);
    return appended === null ? { reason: 'UNVERIFIED' } : toEdits([appended]);
  }
  if (first.type === 'steps') {
    const stepped = planTreeSteps(first.file.source.text, first.document, { ...first, aliases });
    return stepped.ok ? toEdits(stepped.edits, stepped.anchors) : { reason: stepped.reason };
  }
  const changes = group.flatMap((end) => (end.type === 'change' ? end.changes : []));
  const text = findTextLeft(first.file.source, earlier);
  const { start, end } = first.document.range;
  const { root } = first.document;
  const document = { ...first.document, root, range: { start, end: Math.min(end, text.length) } };
  const changed =
    aliases === null || root === null
      ? planDocumentChanges(text, document, { changes, style: first.style })
      : planTreeSteps(text, document, { steps: isolateChanges(root, changes), style: first.style, aliases });
  return changed.ok ? toEdits(changed.edits, changed.anchors) : { reason: changed.reason };
}

/**
 * The text up to where documents at its end were taken away: what becomes the last document then loses its line end to
 * them, and its own lines must not claim it too.
 */
function findTextLeft({ path, text }: SourceFile, earlier: readonly TextEdit[]): string {
  const cut = earlier.find(({ file, range }) => file === path && range.end === text.length && range.start < range.end);
  return cut ? text.slice(0, cut.range.start) : text;
}

/** Where the longest text was written in the file, without the blank space around it, or the first was taken away. */
function findReveal(
  file: FilePath,
  inverse: readonly TextEdit[],
  texts: ReadonlyMap<FilePath, string>,
): FileRange | null {
  const text = texts.get(file);
  if (text === undefined) return null;
  const written = inverse.filter((edit) => edit.file === file).map(({ range }) => range);
  const range =
    written.length === 0
      ? { start: 0, end: text.length }
      : written.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  const content = text.slice(range.start, range.end);
  const lead = /^(?:\s|---\s)*/.exec(content)?.[0].length ?? 0;
  const start = range.start + (lead < content.length ? lead : 0);
  return { file, start, end: Math.max(start, range.start + content.trimEnd().length) };
}

const lengthOf = ({ start, end }: TextRange): number => end - start;
