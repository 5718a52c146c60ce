import type { ManifestDocument, ManifestFile } from './ManifestSet.ts';
import { parseJsonStream } from './parseJsonStream.ts';
import { keepLastGood, moveDocument, readDocument, toDocument } from './readDocument.ts';
import type { SourceFile } from './SourceFile.ts';
import { splitDocuments } from './splitDocuments.ts';

/**
 * The documents of a file. Those whose text stands in `previous` too, wherever there, are taken over without parsing; one
 * that cannot be read any more keeps the objects of its former self.
 */
export const readDocuments = (
  { text, path: file }: SourceFile,
  previous: ManifestFile | undefined,
): readonly ManifestDocument[] => {
  const pieces = parseJsonStream(text) ?? splitDocuments(text).map((range) => ({ range, parsed: null }));
  const former = createFormerDocuments(previous);
  const documents = pieces.map(({ range, parsed }, index) => {
    const place = { file, index, range };
    const same = former.take(text.slice(range.start, range.end), index);
    if (same !== null) return moveDocument(same, place);
    return parsed === null ? readDocument(text, place) : toDocument(parsed, place);
  });
  return documents.map((document) => {
    if (document.status !== 'broken') return document;
    const self = former.takeSelf(document.index, documents.length);
    return self === null ? document : keepLastGood(document, self);
  });
};

interface FormerDocuments {
  /** A document with exactly this text, best the one at `index`; each is given once. */
  readonly take: (text: string, index: number) => ManifestDocument | null;
  /** What the document at `index` of now `count` most likely was, if that had objects. */
  readonly takeSelf: (index: number, count: number) => ManifestDocument | null;
}

const createFormerDocuments = (file: ManifestFile | undefined): FormerDocuments => {
  const left = new Set(file?.documents ?? []);
  const byText = new Map<string, ManifestDocument[]>();
  for (const document of left) {
    const text = file?.source.text.slice(document.range.start, document.range.end) ?? '';
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [document]);
    else same.push(document);
  }
  const documents = [...left];
  return {
    take: (text, index) => {
      const at = documents[index];
      const same = byText.get(text);
      const found = at !== undefined && left.has(at) && same?.includes(at) ? at : same?.find((it) => left.has(it));
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
