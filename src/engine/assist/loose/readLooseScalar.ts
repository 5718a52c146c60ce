import { readScalarValue } from '../../manifest/readScalarValue.ts';
import type { ScalarStyle, SourceScalar } from '../../manifest/SourceNode.ts';
import type { TextRange } from '../../manifest/SourceFile.ts';

const toScalar = (range: TextRange, content: string, style: ScalarStyle): SourceScalar => ({
  type: 'scalar',
  range,
  text: content,
  value: style === 'plain' ? readScalarValue(content) : content,
  style,
});

export const nullAt = (offset: number): SourceScalar => toScalar({ start: offset, end: offset }, '', 'plain');

/** The scalar from `start` to `end`, which may be quoted; a quote that does not end there is taken as text. */
export const readLooseScalar = (source: string, { start, end }: TextRange): SourceScalar => {
  const written = source.slice(start, end);
  const quote = written[0];
  const closed = written.length > 1 && written.endsWith(quote ?? '');
  if (quote === "'") {
    return toScalar({ start, end }, written.slice(1, closed ? -1 : undefined).replaceAll("''", "'"), 'single');
  }
  if (quote === '"') return toScalar({ start, end }, unescape(written.slice(1, closed ? -1 : undefined)), 'double');
  return toScalar({ start, end }, written, 'plain');
};

/** The escapes that labels and names could have; others stay as written. */
const unescape = (content: string): string => content.replaceAll(/\\(["\\/])/g, '$1');

/** Offset after the quoted text that begins at `start`, or the end of its line when the quote is not closed on it. */
export const findQuoteEnd = (source: string, start: number, limit: number): number => {
  const quote = source[start];
  for (let at = start + 1; at < limit; at++) {
    const character = source[at];
    if (character === '\n') return at;
    if (character === '\\' && quote === '"') at++;
    else if (character === quote && quote === "'" && source[at + 1] === "'") at++;
    else if (character === quote) return at + 1;
  }
  return limit;
};
