import { groupBy } from '../groupBy.ts';
import type { DocumentView, FilePath } from '../../engine/index.ts';
import type { WorkspaceSlice } from '../../store/state.ts';
import type { ProblemOrHint } from '../problem/ProblemOrHint.ts';

export interface FileRow {
  readonly id: string;
  readonly level: number;
  readonly label: string;
  readonly expanded: null;
  readonly path: FilePath;
  /** `base/` of `base/web.yaml`; empty at the top. */
  readonly folder: string;
  readonly name: string;
  readonly documents: number;
  readonly broken: number;
  readonly stale: number;
  readonly errors: number;
  readonly warnings: number;
  readonly change: 'none' | 'changed' | 'new';
}

/** The files of the workspace in their order, each with the state of its documents. */
export function listFileRows(
  files: WorkspaceSlice['files'],
  documents: readonly DocumentView[],
  problems: readonly ProblemOrHint[],
): readonly FileRow[] {
  const documentsOf = groupBy(documents, ({ file }) => file);
  const problemsOf = groupBy(problems, ({ at }) => at.file);
  return files.map(({ path, text, original }) => {
    const own = documentsOf.get(path) ?? [];
    const found = problemsOf.get(path) ?? [];
    const cut = path.lastIndexOf('/') + 1;
    return {
      id: path,
      level: 1,
      label: path,
      expanded: null,
      path,
      folder: path.slice(0, cut),
      name: path.slice(cut),
      documents: own.filter(({ status }) => status !== 'empty').length,
      broken: own.filter(({ status }) => status === 'broken').length,
      stale: own.filter(({ status }) => status === 'stale').length,
      errors: found.filter(({ severity }) => severity === 'error').length,
      warnings: found.filter(({ severity }) => severity === 'warning').length,
      change: original === null ? 'new' : text === original ? 'none' : 'changed',
    };
  });
}
