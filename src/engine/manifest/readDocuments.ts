import type { InternTable } from './InternTable.ts';
import type { ManifestDocument, ManifestFile } from './ManifestSet.ts';
import { parseJsonStream } from './parseJsonStream.ts';
import type { JsonPiece } from './parseJsonStream.ts';
import { keepLastGood, moveDocument, readDocument, toDocument } from './readDocument.ts';
import type { SourceFile } from './SourceFile.ts';
import { splitAgain } from './splitAgain.ts';
import { splitDocuments } from './splitDocuments.ts';

/** What was read of a file before, and what all files share. */
export interface ReadingBase {
  readonly previous: ManifestFile | undefined;
  readonly table: InternTable;
}

/**
 * The documents of a file. Those whose text stands in `previous` too, wherever there, are taken over without parsing; one
 * that cannot be read any more keeps the objects of its former self.
 */
export const readDocuments = (source: SourceFile, { previous, table }: ReadingBase): readonly ManifestDocument[] => {
  const { text, path: file } = source;
  const { before, pieces, after, delta } = splitFile(text, previous);
  const known = previous?.documents ?? [];
  const former = createFormerDocuments(previous, { start: before, end: known.length - after });
  const count = before + pieces.length + after;
  const changed = pieces.map(({ range, parsed }, position) => {
    const index = before + position;
    const place = { file, index, range };
    const same = former.take(text.slice(range.start, range.end), index);
    if (same !== null) return moveDocument(same, text, place);
    return parsed === null ? readDocument(text, place, table) : toDocument(parsed, { text, place, table });
  });
  return [
    ...known.slice(0, before).map((document) => moveDocument(document, text, document)),
    ...changed.map((document) => {
      if (document.status !== 'broken') return document;
      const self = former.takeSelf(document.index, count);
      return self === null ? document : keepLastGood(document, self);
    }),
    ...known.slice(known.length - after).map((document, position) => {
      const { start, end } = document.range;
      const range = { start: start + delta, end: end + delta };
      return moveDocument(document, text, { file, index: count - after + position, range });
    }),
  ];
};

interface SplitFile {
  readonly before: number;
  readonly pieces: readonly JsonPiece[];
  readonly after: number;
  readonly delta: number;
}

const splitFile = (text: string, previous: ManifestFile | undefined): SplitFile => {
  const json = parseJsonStream(text);
  if (json !== null) return { before: 0, pieces: json, after: 0, delta: 0 };
  const split =
    previous === undefined
      ? { before: 0, changed: splitDocuments(text), after: 0, delta: 0 }
      : splitAgain(text, previous.source.text, previous.documents);
  return { ...split, pieces: split.changed.map((range) => ({ range, parsed: null })) };
};

interface FormerDocuments {
  /** A document with exactly this text, best the one at `index`; each is given once. */
  readonly take: (text: string, index: number) => ManifestDocument | null;
  /** What the document at `index` of now `count` most likely was, if that had objects. */
  readonly takeSelf: (index: number, count: number) => ManifestDocument | null;
}

/** The documents of `file` from the number `start` to before `end`. */
const createFormerDocuments = (
  file: ManifestFile | undefined,
  { start, end }: { readonly start: number; readonly end: number },
): FormerDocuments => {
  const documents = file?.documents ?? [];
  const left = new Set(documents.slice(start, end));
  const textOf = ({ range }: ManifestDocument): string => file?.source.text.slice(range.start, range.end) ?? '';
  const byText = new Map<string, ManifestDocument[]>();
  // The first of each text last, to be taken from the end.
  for (const document of [...left].reverse()) {
    const text = textOf(document);
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [document]);
    else same.push(document);
  }
  const takeFirst = (same: ManifestDocument[] | undefined): ManifestDocument | undefined => {
    for (let first = same?.pop(); first !== undefined; first = same?.pop()) if (left.has(first)) return first;
    return undefined;
  };
  return {
    take: (text, index) => {
      const at = documents[index];
      const found = at !== undefined && left.has(at) && textOf(at) === text ? at : takeFirst(byText.get(text));
      if (found !== undefined) left.delete(found);
      return found ?? null;
    },
    takeSelf: (index, count) => {
      const candidates = [documents[index], documents[documents.length - count + index]];
      const found = candidates.find((it) => it !== undefined && left.has(it) && it.objects.length > 0);
      if (found !== undefined) left.delete(found);
      return found ?? null;
    },
  };
};
