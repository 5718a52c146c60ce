import { createLineIndex, toLineColumn } from '../manifest/createLineIndex.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { SourceFile } from '../manifest/SourceFile.ts';
import type { ReportProblem } from './FlowReport.ts';
import { formatProblem } from './formatProblem.ts';

/** Offset → line and column, for places in `files`; the start of a file that is not among them. */
export function createPlaceFinder(files: readonly SourceFile[]): PlaceFinder {
  const texts = new Map(files.map((file) => [file.path as string, file.text]));
  const indexes = new Map<string, ReturnType<typeof createLineIndex>>();
  return (file, offset) => {
    const index = indexes.get(file) ?? createLineIndex(texts.get(file) ?? '');
    indexes.set(file, index);
    const { line, column } = texts.has(file) ? toLineColumn(index, offset) : { line: 1, column: 1 };
    return { file, line, column };
  };
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type PlaceFinder = (file: string, offset: number) => Place;

/** Problems with their sentences and places, in the order given. */
export const toReportProblems = (problems: readonly Problem[], findPlace: PlaceFinder): readonly ReportProblem[] =>
  problems.map((problem) => ({
    code: problem.code,
    ...findPlace(problem.at.file, problem.at.start),
    message: formatProblem(problem),
  }));
