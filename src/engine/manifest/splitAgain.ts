import { findTextChange } from './findTextChange.ts';
import type { ManifestDocument } from './ManifestSet.ts';
import type { TextRange } from './SourceFile.ts';
import { splitDocuments, splitFrom } from './splitDocuments.ts';

/** The documents of a text by what became of those of the text before. */
export interface SplitAgain {
  /** How many at the beginning stand as they stood. */
  readonly before: number;
  /** The ranges of those that may be others. */
  readonly changed: readonly TextRange[];
  /** How many at the end have the same text, `delta` later. */
  readonly after: number;
  readonly delta: number;
}

/** Splits a YAML text as `splitDocuments` does, looking only where it differs from the text that `documents` are of. */
export const splitAgain = (text: string, former: string, documents: readonly ManifestDocument[]): SplitAgain => {
  if (documents.length < 2) return { before: 0, changed: splitDocuments(text), after: 0, delta: 0 };
  const change = findTextChange(former, text);
  const delta = text.length - former.length;
  // A document that begins in what is alike begins there still; the one before it is split again for its marker's sake.
  const first = documents.findLastIndex(({ range }) => range.start < change.before.start);
  const before = Math.max(first - 1, 0);
  const numbers = new Map(documents.map(({ range }, index) => [range.start, index]));
  const isKnown = ({ start, end }: TextRange): boolean =>
    start > change.after.end && numbers.has(end - delta) && start - delta > change.before.end;
  const start = documents[before]!.range.start;
  const { ranges, next } = splitFrom(text, { start: before === 0 ? 0 : start, announced: before > 0, isKnown });
  const after = next === null ? 0 : documents.length - numbers.get(next - delta)!;
  const changed = ranges.length > 0 || before + after > 0 ? ranges : [{ start: 0, end: text.length }];
  return { before, changed, after, delta };
};
