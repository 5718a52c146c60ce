import { findDuplicates } from './findDuplicates.ts';
import type { ManifestFile, ManifestSet } from './ManifestSet.ts';
import type { Problem } from './Problem.ts';
import { readFile } from './readFile.ts';
import { reportNamespaces } from './reportNamespaces.ts';
import type { SourceFile } from './SourceFile.ts';
import { runSteps, type Steps } from './Steps.ts';

/**
 * Reads all files into documents, objects and problems. Never throws: what cannot be read is a problem, and everything
 * else goes on. With the set that was read before, files and documents with the same text are taken over as they are
 * (same identity where their place is the same too), and a document that has become unreadable stays with its last good
 * objects.
 */
export const parseManifests = (files: readonly SourceFile[], previous?: ManifestSet): ManifestSet =>
  runSteps(parseInSteps(files, previous));

/** The same, with a step after each file that is new or different. */
export function* parseInSteps(files: readonly SourceFile[], previous?: ManifestSet): Steps<ManifestSet> {
  const former = new Map(previous?.files.map((file) => [file.source.path, file]));
  const read: ManifestFile[] = [];
  for (const file of files) {
    const before = former.get(file.path);
    read.push(readFile(file, before));
    if (before?.source.text !== file.text) yield;
  }
  const { objects, problems: duplicates } = findDuplicates(read);
  const problems = sortProblems(read, [
    ...read.flatMap((file) => [file.problems, ...file.documents.map((document) => document.problems)].flat()),
    ...duplicates,
    ...reportNamespaces(objects),
  ]);
  return { files: read, objects, problems };
}

/** By the order of the files, then by offset. */
const sortProblems = (files: readonly ManifestFile[], problems: readonly Problem[]): readonly Problem[] => {
  const order = new Map(files.map(({ source }, index) => [source.path, index]));
  const position = ({ at }: Problem): number => order.get(at.file) ?? 0;
  return [...problems].sort((a, b) => position(a) - position(b) || a.at.start - b.at.start);
};
