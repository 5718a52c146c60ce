import type { editor } from 'monaco-editor/editor';
import {
  formatHint,
  formatProblem,
  type DocumentView,
  type FilePath,
  type FileRange,
  type Hint,
  type Problem,
  type ProblemSeverity,
} from '../engine/index.ts';
import type { FileModel } from './createFileModels.ts';
import type { Monaco } from './loadMonaco.ts';

const toMonacoRange = (monaco: Monaco, { lines }: FileModel, { start, end }: { start: number; end: number }) =>
  monaco.Range.fromPositions(lines().toPosition(start), lines().toPosition(end));

/** Problems of the file, and what else the engine notices in it, as squiggles with their sentences. */
export function showProblems(
  monaco: Monaco,
  file: FileModel,
  { problems, hints }: { readonly problems: readonly Problem[]; readonly hints: readonly Hint[] },
): void {
  const severities: Record<ProblemSeverity, number> = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
  };
  const toMarker = ({ at, severity, code }: Problem | Hint, message: string): editor.IMarkerData => ({
    ...toMonacoRange(monaco, file, at),
    severity: severities[severity],
    message,
    code,
    source: 'Polder',
  });
  const markers = [
    ...problems.filter(({ at }) => at.file === file.file).map((problem) => toMarker(problem, formatProblem(problem))),
    ...hints.filter(({ at }) => at.file === file.file).map((hint) => toMarker(hint, formatHint(hint))),
  ];
  monaco.editor.setModelMarkers(file.model, 'polder', markers);
}

export interface Shown {
  /** Lines that explain what is selected. */
  readonly highlights: readonly FileRange[];
  /** The place just jumped to. */
  readonly revealed: FileRange | null;
  readonly documents: readonly DocumentView[];
}

/** Whole-line marks: lines that allow the selected flow, the place jumped to, documents whose last good text still counts. */
export function toDecorations(monaco: Monaco, file: FileModel, shown: Shown): editor.IModelDeltaDecoration[] {
  const isHere = ({ file: path }: { file: FilePath }): boolean => path === file.file;
  return [
    ...shown.highlights.filter(isHere).map((at) => ({
      range: toMonacoRange(monaco, file, at),
      options: { isWholeLine: true, className: 'polder-highlight', linesDecorationsClassName: 'polder-highlight-mark' },
    })),
    ...[shown.revealed]
      .filter((at) => at !== null && isHere(at))
      .map((at) => ({
        range: toMonacoRange(monaco, file, at!),
        options: { isWholeLine: true, className: 'polder-revealed' },
      })),
    ...shown.documents
      .filter((document) => isHere(document) && document.status === 'stale')
      .map(({ range }) => ({
        range: toMonacoRange(monaco, file, range),
        options: {
          isWholeLine: true,
          linesDecorationsClassName: 'polder-stale-mark',
          hoverMessage: { value: 'This document is broken: the graph shows its last good text.' },
        },
      })),
  ];
}
