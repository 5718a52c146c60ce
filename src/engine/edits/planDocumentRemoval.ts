import type { ManifestDocument, ManifestFile } from '../manifest/ManifestSet.ts';
import type { TextRange } from '../manifest/SourceFile.ts';
import { splitDocuments } from '../manifest/splitDocuments.ts';
import { applyTextEdits, type TextSplice } from './applyTextEdits.ts';
import { removeLines } from './blockEdits.ts';
import { findLineStart, findNextLine } from './textLines.ts';

/**
 * Takes whole documents and the `---` that sets each apart out of their file. `file`: nothing else is in the file, so it
 * should go as a whole. Null when the other documents would not stay as they are.
 */
export function planDocumentRemoval(
  { source: { text } }: Pick<ManifestFile, 'source'>,
  documents: readonly Pick<ManifestDocument, 'range'>[],
): readonly TextSplice[] | 'file' | null {
  const removed = new Set(documents.map(({ range }) => range.start));
  const others = splitDocuments(text).filter(({ start }) => !removed.has(start));
  if (others.length === 0) return 'file';
  const stretches: TextRange[] = [];
  for (const { range } of [...documents].sort((a, b) => a.range.start - b.range.start)) {
    const stretch = findStretch(text, range);
    const last = stretches.at(-1);
    if (stretch === null) return null;
    if (last && last.end >= stretch.start) stretches[stretches.length - 1] = { start: last.start, end: stretch.end };
    else stretches.push(stretch);
  }
  const edits = stretches.map((stretch) => removeLines(text, stretch));
  const after = applyTextEdits(text, edits);
  if (after === null) return null;
  const kept = splitDocuments(after).map(({ start, end }) => after.slice(start, end).trimEnd());
  const expected = others.map(({ start, end }) => text.slice(start, end).trimEnd());
  return JSON.stringify(kept) === JSON.stringify(expected) ? edits : null;
}

/** A document with the marker before it, or the first one with the marker after it. */
function findStretch(text: string, range: TextRange): TextRange | null {
  const marker = range.start === 0 ? null : findLineStart(text, range.start - 1);
  if (marker !== null && isPlainMarker(text, marker)) return { start: marker, end: range.end };
  if (range.end === text.length) return range;
  return isPlainMarker(text, range.end) ? { start: range.start, end: findNextLine(text, range.end) } : null;
}

/** A `---` alone on its line: with a comment or a value behind it more than a separator would be lost. */
const isPlainMarker = (text: string, lineStart: number): boolean =>
  /^---[ \t]*\r?\n?$/.test(text.slice(lineStart, findNextLine(text, lineStart)));
