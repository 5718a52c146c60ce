import { indexObjects } from './indexObjects.ts';
import type { ManifestDocument, ManifestFile } from './ManifestSet.ts';
import type { Problem, ProblemCode, ProblemSeverity } from './Problem.ts';
import { readDocuments } from './readDocuments.ts';
import type { ReadingBase } from './readDocuments.ts';
import { keepEqual, sortByOffset } from './sortProblems.ts';
import type { SourceFile } from './SourceFile.ts';

/** In UTF-16 units. A browser tab cannot hold the tree of much more. */
export const maxFileLength = 32 * 1024 * 1024;

/** Reads one file, taking over from its former self whatever did not change. */
export const readFile = (source: SourceFile, base: ReadingBase): ManifestFile => {
  const { previous } = base;
  if (previous?.source.text === source.text) return previous;
  if (source.text.length > maxFileLength) return refuse(source, 'FILE_TOO_LARGE', 'error', { limit: maxFileLength });
  if (isBinary(source.text)) return refuse(source, 'FILE_BINARY', 'error');
  const documents = readDocuments(source, base);
  const empty = documents.every(({ status }) => status === 'empty');
  return toFile(source, { documents, own: empty ? [problemOf(source, 'FILE_EMPTY', 'info')] : [], previous });
};

const toFile = (
  source: SourceFile,
  parts: {
    readonly documents: readonly ManifestDocument[];
    readonly own: readonly Problem[];
    readonly previous?: ManifestFile | undefined;
  },
): ManifestFile => {
  const { documents, own, previous } = parts;
  const problems: Problem[] = [...own];
  for (const document of documents) for (const problem of document.problems) problems.push(problem);
  return {
    source,
    documents,
    ...indexObjects(documents, previous),
    problems: keepEqual(sortByOffset(problems), previous?.problems),
  };
};

const refuse = (
  source: SourceFile,
  code: ProblemCode,
  severity: ProblemSeverity,
  args: Problem['args'] = {},
): ManifestFile => toFile(source, { documents: [], own: [problemOf(source, code, severity, args)] });

const problemOf = (
  { path, text }: SourceFile,
  code: ProblemCode,
  severity: ProblemSeverity,
  args: Problem['args'] = {},
): Problem => ({ code, severity, at: { file: path, start: 0, end: 0 }, args: { size: text.length, ...args } });

/** NUL, or more than one in a hundred characters that no text decoder could read. */
const isBinary = (text: string): boolean => {
  if (text.includes('\0')) return true;
  let unreadable = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) unreadable++;
  return unreadable * 100 > text.length;
};
