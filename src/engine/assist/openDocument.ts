import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { splitDocuments } from '../manifest/splitDocuments.ts';
import type { FilePath, TextRange } from '../manifest/SourceFile.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import { findFile, type AssistBase } from './AssistBase.ts';
import { parseLoosely } from './loose/parseLoosely.ts';

/** The document that an offset stands in, whether it parses or not. */
export interface OpenDocument {
  readonly file: FilePath;
  /** The whole file's. */
  readonly text: string;
  readonly range: TextRange;
  /** The exact tree, or the one that the indentation suggests while the text does not parse. */
  readonly root: SourceNode;
  /** Whether `root` is the exact tree. */
  readonly exact: boolean;
}

const contains = ({ start, end }: TextRange, offset: number): boolean => start <= offset && offset <= end;

/** The stretch of the document at `offset`; blank stretches between documents included. */
export const findDocumentRange = (text: string, offset: number): TextRange =>
  splitDocuments(text).findLast((range) => contains(range, offset)) ?? { start: 0, end: text.length };

/** Null when the file is not in the workspace or was not read (too large, binary). */
export const openDocument = (base: AssistBase, file: FilePath, offset: number): OpenDocument | null => {
  const found = findFile(base, file);
  if (found === null || found.documents.length === 0) return null;
  const { text } = found.source;
  const document: ManifestDocument | undefined = found.documents.findLast(({ range }) => contains(range, offset));
  const range = document?.range ?? findDocumentRange(text, offset);
  const exact = document?.root ?? null;
  return { file, text, range, root: exact ?? parseLoosely(text, range), exact: exact !== null };
};
