import { createLineIndex, toLineColumn } from '../../engine/index.ts';
import type { EditPlan, FilePath, LineIndex, TextEdit } from '../../engine/index.ts';
import type { DiffLine } from '../../ui/DiffText.tsx';

/** What a plan does to one file, for reading. */
export interface FilePlan {
  readonly file: FilePath;
  readonly type: 'change' | 'create' | 'remove';
  readonly lines: readonly DiffLine[];
}

/** Lines around a change. */
const context = 3;

/** As `createLineIndex` counts lines. */
const lineEnd = /\r\n|\n|\r/;

const splitLines = (text: string): readonly string[] => {
  const lines = text.split(lineEnd);
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

/** The files of a plan with the lines it adds and removes, a few lines around them, and gaps between. */
export function planLines(
  plan: Pick<EditPlan, 'edits' | 'files'>,
  textOf: (file: FilePath) => string,
): readonly FilePlan[] {
  const changed = [...new Set(plan.edits.map(({ file }) => file))].map((file): FilePlan => {
    const edits = plan.edits.filter((edit) => edit.file === file);
    return { file, type: 'change', lines: changedLines(textOf(file), edits) };
  });
  const others = plan.files.map((edit): FilePlan => {
    const create = edit.type === 'create';
    const text = create ? edit.text : textOf(edit.file);
    return {
      file: edit.file,
      type: edit.type,
      lines: splitLines(text).map((line, index) => ({
        type: create ? 'added' : 'removed',
        text: line,
        line: index + 1,
      })),
    };
  });
  return [...changed, ...others];
}

interface Hunk {
  /** Line numbers of the old text, from 0; `last` is exclusive. */
  readonly first: number;
  readonly last: number;
  readonly added: readonly string[];
}

function changedLines(text: string, edits: readonly TextEdit[]): readonly DiffLine[] {
  const old = text.split(lineEnd);
  const hunks = toHunks(text, createLineIndex(text), edits);
  const lines: DiffLine[] = [];
  let at = 0;
  let shift = 0;
  for (const [index, hunk] of hunks.entries()) {
    const from = Math.max(at, hunk.first - context);
    if (from > at || (index === 0 && from > 0)) lines.push({ type: 'gap', text: '', line: null });
    pushContext(lines, old, from, hunk.first, shift);
    for (let line = hunk.first; line < hunk.last; line += 1) {
      lines.push({ type: 'removed', text: old[line] ?? '', line: line + 1 });
    }
    hunk.added.forEach((added, offset) => {
      lines.push({ type: 'added', text: added, line: hunk.first + shift + offset + 1 });
    });
    shift += hunk.added.length - (hunk.last - hunk.first);
    const until = Math.min(lineCount(old), hunk.last + context, hunks[index + 1]?.first ?? Infinity);
    pushContext(lines, old, hunk.last, until, shift);
    at = until;
  }
  return lines;
}

/** Without the empty piece after the last line end. */
const lineCount = (lines: readonly string[]): number => (lines.at(-1) === '' ? lines.length - 1 : lines.length);

function pushContext(lines: DiffLine[], old: readonly string[], from: number, until: number, shift: number): void {
  for (let line = from; line < until; line += 1) {
    lines.push({ type: 'context', text: old[line] ?? '', line: line + shift + 1 });
  }
}

/** Whole lines that each stretch of edits replaces, without those that stay the same at its ends. */
function toHunks(text: string, index: LineIndex, edits: readonly TextEdit[]): readonly Hunk[] {
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start);
  const groups: TextEdit[][] = [];
  for (const edit of sorted) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const sameLine =
      before !== undefined && toLineColumn(index, edit.range.start).line <= toLineColumn(index, before.range.end).line;
    if (group && sameLine) group.push(edit);
    else groups.push([edit]);
  }
  return groups.map((group) => toHunk(text, index, group));
}

function toHunk(text: string, index: LineIndex, edits: readonly TextEdit[]): Hunk {
  const first = toLineColumn(index, edits[0]?.range.start ?? 0).line - 1;
  const end = edits.at(-1)?.range.end ?? 0;
  const last = toLineColumn(index, end).line;
  const from = index.starts[first] ?? 0;
  const until = index.starts[last] ?? text.length;
  let next = '';
  let at = from;
  for (const { range, text: replacement } of edits) {
    next += text.slice(at, range.start) + replacement;
    at = range.end;
  }
  next += text.slice(at, until);
  const removed = splitLines(text.slice(from, until));
  const added = splitLines(next);
  let head = 0;
  while (head < removed.length && head < added.length && removed[head] === added[head]) head += 1;
  let tail = 0;
  while (
    tail < removed.length - head &&
    tail < added.length - head &&
    removed[removed.length - 1 - tail] === added[added.length - 1 - tail]
  ) {
    tail += 1;
  }
  return { first: first + head, last: first + removed.length - tail, added: added.slice(head, added.length - tail) };
}
