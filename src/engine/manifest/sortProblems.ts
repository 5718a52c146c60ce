import type { Problem } from './Problem.ts';
import type { FilePath } from './SourceFile.ts';

/** The problems of each file that has any. A file's list is the same value as before where nothing in it changed. */
export type ProblemsByFile = ReadonlyMap<FilePath, readonly Problem[]>;

/** Problems in their final order, and what they were put together from. */
export interface SortedProblems {
  /** By the order of the files, then by offset; at one offset, by the order of the sources. */
  readonly all: readonly Problem[];
  readonly byFile: ProblemsByFile;
  readonly sources: readonly ProblemsByFile[];
}

const none: readonly Problem[] = [];

/** Problems in any order by file, each list by offset. */
export const groupProblems = (problems: readonly Problem[], previous?: ProblemsByFile): ProblemsByFile => {
  const groups = new Map<FilePath, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.at.file);
    if (group === undefined) groups.set(problem.at.file, [problem]);
    else group.push(problem);
  }
  const sorted = new Map<FilePath, readonly Problem[]>();
  for (const [file, group] of groups) sorted.set(file, keepEqual(sortByOffset(group), previous?.get(file)));
  return sorted;
};

/**
 * The problems of several sources in one order; problems of files that are not among `files` come last. What was merged
 * for `previous` from the same lists is taken over: a file's problems are sorted again only when some of them are others.
 */
export const mergeProblems = (
  files: readonly FilePath[],
  sources: readonly ProblemsByFile[],
  previous?: SortedProblems,
): SortedProblems => {
  const byFile = new Map<FilePath, readonly Problem[]>();
  const all: Problem[] = [];
  const add = (file: FilePath): void => {
    if (byFile.has(file)) return;
    const merged = mergeFile(file, sources, previous);
    if (merged.length === 0) return;
    byFile.set(file, merged);
    for (const problem of merged) all.push(problem);
  };
  files.forEach(add);
  for (const source of sources) for (const file of source.keys()) add(file);
  return { all: keepEqual(all, previous?.all), byFile, sources };
};

const mergeFile = (
  file: FilePath,
  sources: readonly ProblemsByFile[],
  previous: SortedProblems | undefined,
): readonly Problem[] => {
  const known = previous?.byFile.get(file) ?? none;
  const isSame = sources.every((source, index) => source.get(file) === previous?.sources[index]?.get(file));
  if (isSame && sources.length === previous?.sources.length) return known;
  const lists = sources.flatMap((source) => [source.get(file) ?? none]).filter((list) => list.length > 0);
  return lists.length === 1 ? lists[0]! : keepEqual(sortByOffset(lists.flat()), known);
};

/** In place; by offset, else as they are. */
export const sortByOffset = (problems: Problem[]): Problem[] =>
  problems.some((problem, index) => index > 0 && problems[index - 1]!.at.start > problem.at.start)
    ? problems.sort((a, b) => a.at.start - b.at.start)
    : problems;

/** `former` itself where it holds the very same items. */
export const keepEqual = <Item>(items: readonly Item[], former: readonly Item[] | undefined): readonly Item[] =>
  former !== undefined && former.length === items.length && items.every((item, index) => item === former[index])
    ? former
    : items;
