import type { FilePath } from '../manifest/SourceFile.ts';
import type { EditPlan, FileEdit, TextEdit } from './EditPlan.ts';
import { applyTextEdits } from './applyTextEdits.ts';
import { invertTextEdits } from './invertTextEdits.ts';

/** What a plan writes, without its words. */
export type PlannedText = Pick<EditPlan, 'edits' | 'files'>;

export type AppliedPlan =
  | {
      readonly ok: true;
      /** All files after the plan: old ones in their order, new ones at the end. */
      readonly files: ReadonlyMap<FilePath, string>;
      /** Takes the plan back, byte for byte, when applied to `files` (a file that was removed comes back at the end). */
      readonly inverse: PlannedText;
    }
  | { readonly ok: false };

/**
 * The files' texts after a plan. Not ok, and nothing applied, when the plan does not fit them: an edit in a file that does
 * not exist or is removed, a range outside the text, overlapping edits, a file made twice or removed but absent.
 */
export function applyPlan(files: ReadonlyMap<FilePath, string>, plan: PlannedText): AppliedPlan {
  const result = new Map(files);
  const inverseEdits: TextEdit[] = [];
  const inverseFiles: FileEdit[] = [];
  for (const [file, edits] of groupByFile(plan.edits)) {
    const text = files.get(file);
    const edited = text === undefined ? null : applyTextEdits(text, edits);
    const inverse = text === undefined ? null : invertTextEdits(text, edits);
    if (edited === null || inverse === null) return { ok: false };
    result.set(file, edited);
    inverseEdits.push(...inverse);
  }
  for (const edit of plan.files) {
    const inverse = applyFileEdit(result, edit);
    if (inverse === null || inverseEdits.some(({ file }) => file === edit.file)) return { ok: false };
    inverseFiles.unshift(inverse);
  }
  return { ok: true, files: result, inverse: { edits: inverseEdits, files: inverseFiles } };
}

function groupByFile(edits: readonly TextEdit[]): ReadonlyMap<FilePath, TextEdit[]> {
  const groups = new Map<FilePath, TextEdit[]>();
  for (const edit of edits) {
    const group = groups.get(edit.file);
    if (group) group.push(edit);
    else groups.set(edit.file, [edit]);
  }
  return groups;
}

/** Performs the edit on `files` and returns its inverse; null when it does not fit. */
function applyFileEdit(files: Map<FilePath, string>, edit: FileEdit): FileEdit | null {
  const text = files.get(edit.file);
  if (edit.type === 'create') {
    if (text !== undefined) return null;
    files.set(edit.file, edit.text);
    return { type: 'remove', file: edit.file };
  }
  if (text === undefined) return null;
  files.delete(edit.file);
  return { type: 'create', file: edit.file, text };
}
