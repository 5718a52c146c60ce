import { createProblemCollector } from './createProblemCollector.ts';
import { DocumentTree } from './DocumentTree.ts';
import type { InternTable } from './InternTable.ts';
import type { ManifestDocument } from './ManifestSet.ts';
import { moveObject, moveProblem } from './moveObject.ts';
import { parseDocument } from './parseDocument.ts';
import type { ParsedDocument } from './parseDocument.ts';
import type { Problem } from './Problem.ts';
import { LazyDocument } from './LazyDocument.ts';
import { readObjects } from './readObjects.ts';
import { sortByOffset } from './sortProblems.ts';
import type { FilePath, TextRange } from './SourceFile.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';

/** Which stretch of which file is the document. */
export interface DocumentRange {
  readonly file: FilePath;
  readonly index: number;
  readonly range: TextRange;
}

/** Parses one document and reads its objects; `text` is the whole file's. */
export const readDocument = (text: string, place: DocumentRange, table: InternTable): ManifestDocument =>
  toDocument(parseDocument(text, place.range), { text, place, table });

/** The document of a text that is parsed already. */
export const toDocument = (
  { root, empty, issues, isQuick }: ParsedDocument,
  { text, place, table }: { readonly text: string; readonly place: DocumentRange; readonly table: InternTable },
): ManifestDocument => {
  const { file, index, range } = place;
  if (root === null) {
    const status = empty ? 'empty' : 'broken';
    const problems = toProblems(issues, file);
    return new LazyDocument({ file, index, range, status, isFlow: false, objects: [], problems, tree: null });
  }
  const tree = DocumentTree.of(text, range, root);
  const { objects, problems, policies } = readObjects(root, {
    file,
    index,
    text: text.slice(range.start, range.end),
    tree,
    table,
  });
  if (isQuick === true) tree.keep(policies);
  // Only now: what the objects are read from may have been parsed along with them.
  const syntax = toProblems(issues, file);
  return new LazyDocument({
    file,
    index,
    range,
    status: 'ok',
    isFlow: root.type === 'map' && root.flow,
    objects,
    problems: sortByOffset([...syntax, ...problems]),
    tree,
  });
};

const toProblems = (issues: readonly SyntaxIssue[], file: FilePath): readonly Problem[] => {
  const collector = createProblemCollector();
  for (const issue of issues) collector.add(toProblem(issue, file));
  return collector.list();
};

const toProblem = ({ code, severity, range, args }: SyntaxIssue, file: FilePath): Problem => ({
  code,
  severity,
  at: { file, ...range },
  args,
});

/** A document whose text is the same as before, at another place or number of `text`: nothing is parsed again. */
export const moveDocument = (document: ManifestDocument, text: string, place: DocumentRange): ManifestDocument => {
  const { file, index, range } = place;
  const { tree } = document;
  if (range.start === document.range.start && index === document.index) {
    if (document.status === 'ok') tree?.rebase(text);
    return document;
  }
  const moved = document.status === 'ok' ? tree?.moveTo(text, range.start) : tree?.keepAt(range.start);
  return moveTo(document, { file, index, range, tree: moved ?? null });
};

const moveTo = (
  document: ManifestDocument,
  place: DocumentRange & Pick<ManifestDocument, 'tree'>,
): ManifestDocument => {
  const { file, index, range, tree } = place;
  const delta = range.start - document.range.start;
  return new LazyDocument({
    file,
    index,
    range,
    status: document.status,
    isFlow: document.isFlow,
    objects:
      tree === null ? document.objects : document.objects.map((object) => moveObject(object, { delta, index, tree })),
    problems: delta === 0 ? document.problems : document.problems.map((problem) => moveProblem(problem, delta)),
    tree,
  });
};

/** A broken document that keeps the objects of `previous`, its last good self; itself when there are none to keep. */
export const keepLastGood = (broken: ManifestDocument, previous: ManifestDocument): ManifestDocument => {
  const { file, index, range, problems } = broken;
  if (previous.tree === null) return broken;
  const tree = previous.tree.keepAt(range.start);
  const isMoved = tree !== previous.tree || index !== previous.index;
  const { objects } = isMoved ? moveTo(previous, { file, index, range, tree }) : previous;
  return new LazyDocument({ file, index, range, status: 'stale', isFlow: false, objects, problems, tree });
};
