import type { ParsedDocument } from './parseDocument.ts';
import { skipSpace } from './jsonSyntax.ts';
import { parseJson } from './parseJson.ts';
import type { TextRange } from './SourceFile.ts';
import { splitDocuments } from './splitDocuments.ts';

/** One document of a stream: where it is, and what is in it. */
export interface JsonPiece {
  readonly range: TextRange;
  /** Null when it is no JSON: what is wrong with it is for the YAML parser to say. */
  readonly parsed: ParsedDocument | null;
}

/**
 * JSON objects one after another, as kubectl takes them from a file that starts with `{`; a broken one after good ones
 * leaves those alone. Null when the text is not of that kind; the YAML parser then has its turn.
 */
export const parseJsonStream = (text: string): readonly JsonPiece[] | null => {
  const pieces: JsonPiece[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const first = skipSpace(text, start);
    if (first === text.length) return pieces.length > 0 ? pieces : null;
    const json = text[first] === '{' ? parseJson(text, first) : null;
    if (json?.ok === false && pieces.length > 0) return [...pieces, ...splitRest(text, start)];
    if (json?.ok !== true) return null;
    const end = skipSpace(text, json.root.range.end);
    pieces.push({
      range: { start, end },
      parsed: { root: json.root, empty: false, issues: json.issues, isQuick: true },
    });
    start = end;
  }
};

const splitRest = (text: string, offset: number): readonly JsonPiece[] =>
  splitDocuments(text.slice(offset)).map(({ start, end }) => ({
    range: { start: start + offset, end: end + offset },
    parsed: null,
  }));
