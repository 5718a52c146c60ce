import { groupBy } from '../groupBy.ts';
import { createLineIndex, toLineColumn } from '../../engine/index.ts';
import type { ProblemOrHint } from './ProblemOrHint.ts';

interface RowBase {
  readonly id: string;
  readonly level: number;
  readonly label: string;
  readonly expanded: boolean | null;
}

export type ProblemRow = RowBase &
  (
    | { readonly type: 'file'; readonly errors: number; readonly warnings: number; readonly infos: number }
    | {
        readonly type: 'problem';
        readonly problem: ProblemOrHint;
        /** `12:3`; null when the file's text is not in the workspace. */
        readonly place: string | null;
      }
  );

export interface ProblemRowOptions {
  readonly texts: ReadonlyMap<string, string>;
  readonly closed: ReadonlySet<string>;
  readonly toSentence: (problem: ProblemOrHint) => string;
}

const ranks = { error: 0, warning: 1, info: 2 };
const worst = (problems: readonly ProblemOrHint[]): number =>
  Math.min(...problems.map(({ severity }) => ranks[severity]));

/** Problems by file, files with the worst first; inside a file by place. */
export function listProblemRows(
  problems: readonly ProblemOrHint[],
  { texts, closed, toSentence }: ProblemRowOptions,
): readonly ProblemRow[] {
  const groups = [...groupBy(problems, ({ at }) => at.file)].sort(
    ([fileA, a], [fileB, b]) => worst(a) - worst(b) || fileA.localeCompare(fileB),
  );
  const count = (members: readonly ProblemOrHint[], severity: ProblemOrHint['severity']): number =>
    members.filter((problem) => problem.severity === severity).length;
  return groups.flatMap(([file, members]): ProblemRow[] => {
    const text = texts.get(file);
    const index = text === undefined ? null : createLineIndex(text);
    const head: ProblemRow = {
      type: 'file',
      id: file,
      level: 1,
      label: file,
      expanded: !closed.has(file),
      errors: count(members, 'error'),
      warnings: count(members, 'warning'),
      infos: count(members, 'info'),
    };
    if (closed.has(file)) return [head];
    const rows = members
      .toSorted((a, b) => a.at.start - b.at.start)
      .map((problem, position): ProblemRow => {
        const place = index && toLineColumn(index, problem.at.start);
        return {
          type: 'problem',
          id: `${file}#${position}`,
          level: 2,
          label: `${problem.severity}: ${toSentence(problem)}`,
          expanded: null,
          problem,
          place: place ? `${place.line}:${place.column}` : null,
        };
      });
    return [head, ...rows];
  });
}
