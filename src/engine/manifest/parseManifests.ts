import { collectNamespaces } from './collectNamespaces.ts';
import { createInternTable } from './InternTable.ts';
import type { InternTable } from './InternTable.ts';
import type { KubernetesObject } from './KubernetesObject.ts';
import type { ManifestFile, ManifestSet } from './ManifestSet.ts';
import type { Problem } from './Problem.ts';
import { readFile } from './readFile.ts';
import { groupProblems, keepEqual, mergeProblems } from './sortProblems.ts';
import type { ProblemsByFile } from './sortProblems.ts';
import type { FilePath, SourceFile } from './SourceFile.ts';
import { runSteps, type Steps } from './Steps.ts';

/**
 * Reads all files into documents, objects and problems. Never throws: what cannot be read is a problem, and everything
 * else goes on. With the set that was read before, files and documents with the same text are taken over as they are
 * (same identity where their place is the same too), and a document that has become unreadable stays with its last good
 * objects. What is done again grows with the change, but for a look at each file and a copy of the lists of all objects
 * and problems.
 */
export const parseManifests = (sources: readonly SourceFile[], previous?: ManifestSet): ManifestSet =>
  runSteps(parseInSteps(sources, previous));

/** The same, with a step after each file that is new or different. */
export function* parseInSteps(sources: readonly SourceFile[], previous?: ManifestSet): Steps<ManifestSet> {
  const former = new Map(previous?.files.map((file) => [file.source.path, file]));
  const table = chooseTable(previous);
  const files: ManifestFile[] = [];
  for (const source of sources) {
    const before = former.get(source.path);
    files.push(readFile(source, { previous: before, table }));
    if (before?.source.text !== source.text) yield;
  }
  const namespaces = collectNamespaces(files, previous?.namespaces);
  const problemsByFile = mergeProblems(
    files.map(({ source }) => source.path),
    [listOwnProblems(files), groupNamespaceProblems(namespaces, previous?.problemsByFile.sources[1])],
    previous?.problemsByFile,
  );
  const duplicates = collectDuplicates(namespaces);
  const objects = files.map((file) => file.objects);
  const policies = files.map((file) => file.policies);
  return {
    files,
    objects: joinLists(objects, duplicates, previous?.objects),
    policies: joinLists(policies, duplicates, previous?.policies),
    namespaces,
    problems: problemsByFile.all,
    problemsByFile,
    table,
  };
}

/** A table in which most is of texts that are long gone is left behind. */
const chooseTable = (previous: ManifestSet | undefined): InternTable => {
  if (previous === undefined) return createInternTable();
  const { table, objects } = previous;
  return table.size > 10_000 + 8 * objects.length ? createInternTable() : table;
};

const listOwnProblems = (files: readonly ManifestFile[]): ProblemsByFile => {
  const lists = new Map<FilePath, readonly Problem[]>();
  for (const { source, problems } of files) if (problems.length > 0) lists.set(source.path, problems);
  return lists;
};

const groupNamespaceProblems = (
  namespaces: ManifestSet['namespaces'],
  previous: ProblemsByFile | undefined,
): ProblemsByFile => {
  const problems: Problem[] = [];
  for (const content of namespaces.values()) for (const problem of content.problems) problems.push(problem);
  return groupProblems(problems, previous);
};

const collectDuplicates = (namespaces: ManifestSet['namespaces']): ReadonlySet<KubernetesObject> => {
  const duplicates = new Set<KubernetesObject>();
  for (const content of namespaces.values()) for (const object of content.duplicates) duplicates.add(object);
  return duplicates;
};

/** The lists as one, without duplicates; `previous` where that is the same. */
const joinLists = <Item extends KubernetesObject>(
  lists: readonly (readonly Item[])[],
  duplicates: ReadonlySet<KubernetesObject>,
  previous: readonly Item[] | undefined,
): readonly Item[] => {
  const items: Item[] = [];
  for (const list of lists)
    for (const item of list) if (duplicates.size === 0 || !duplicates.has(item)) items.push(item);
  return keepEqual(items, previous);
};
