import type { ManifestDocument } from './ManifestSet.ts';
import { parseDocument } from './parseDocument.ts';
import type { ParsedDocument } from './parseDocument.ts';
import type { Problem } from './Problem.ts';
import { readObjects } from './readObjects.ts';
import { shiftNode } from './shiftNode.ts';
import type { FilePath, TextRange } from './SourceFile.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';

/** Which stretch of which file is the document. */
export interface DocumentRange {
  readonly file: FilePath;
  readonly index: number;
  readonly range: TextRange;
}

/** Parses one document and reads its objects; `text` is the whole file's. */
export const readDocument = (text: string, place: DocumentRange): ManifestDocument =>
  toDocument(parseDocument(text, place.range), place);

/** The document of a text that is parsed already. */
export const toDocument = ({ root, empty, issues }: ParsedDocument, place: DocumentRange): ManifestDocument => {
  const syntax = issues.map((issue) => toProblem(issue, place.file));
  if (root === null) {
    return { ...place, status: empty ? 'empty' : 'broken', root, objects: [], problems: syntax };
  }
  const { objects, problems } = readObjects(root, place);
  return { ...place, status: 'ok', root, objects, problems: [...syntax, ...problems].sort(byOffset) };
};

const toProblem = ({ code, severity, range, args }: SyntaxIssue, file: FilePath): Problem => ({
  code,
  severity,
  at: { file, ...range },
  args,
});

const byOffset = (a: Problem, b: Problem): number => a.at.start - b.at.start;

/** A document whose text is the same as before, at another place or number: nothing is parsed again. */
export const moveDocument = (document: ManifestDocument, place: DocumentRange): ManifestDocument => {
  const delta = place.range.start - document.range.start;
  if (delta === 0 && place.index === document.index) return document;
  const moved = document.problems.map((problem) => ({
    ...problem,
    at: { ...problem.at, start: problem.at.start + delta, end: problem.at.end + delta },
  }));
  const good = document.root ?? document.lastGood ?? null;
  if (good === null) return { ...document, ...place, problems: moved };
  const root = delta === 0 ? good : shiftNode(good, delta);
  const { objects } = readObjects(root, place);
  const tree = document.root === null ? { root: null, lastGood: root } : { root };
  return { ...document, ...place, ...tree, objects, problems: moved };
};

/** A broken document that keeps the objects of `previous`, its last good self; itself when there are none to keep. */
export const keepLastGood = (broken: ManifestDocument, previous: ManifestDocument): ManifestDocument => {
  const { file, index, range } = broken;
  const length = previous.range.end - previous.range.start;
  const moved = moveDocument(previous, { file, index, range: { start: range.start, end: range.start + length } });
  const lastGood = moved.root ?? moved.lastGood;
  return lastGood === undefined ? broken : { ...broken, status: 'stale', objects: moved.objects, lastGood };
};
