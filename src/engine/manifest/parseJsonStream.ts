import type { ParsedDocument } from './parseDocument.ts';
import { skipSpace } from './jsonSyntax.ts';
import { parseJson, toJson } from './parseJson.ts';
import type { TextRange } from './SourceFile.ts';
import { splitDocuments } from './splitDocuments.ts';

/** One document of a stream: where it is, and what is in it. */
export interface JsonPiece {
  readonly range: TextRange;
  /** Null when it is no JSON: what is wrong with it is for the YAML parser to say. */
  readonly parsed: ParsedDocument | null;
}

const mayBeJson = /^\uFEFF?[ \t\r\n]*\{/;

/**
 * JSON objects one after another, as kubectl takes them from a file that starts with `{`; a broken one after good ones
 * leaves those alone. Null when the text is not of that kind; the YAML parser then has its turn.
 */
export const parseJsonStream = (text: string): readonly JsonPiece[] | null => {
  const pieces: JsonPiece[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!mayBeJson.test(text)) return null;
  const json = toJson(text);
  for (;;) {
    const first = skipSpace(json.units, start);
    if (first === text.length) return pieces.length > 0 ? pieces : null;
    const result = text[first] === '{' ? parseJson(json, first) : null;
    if (result?.ok === false && pieces.length > 0) return [...pieces, ...splitRest(text, start)];
    if (result?.ok !== true) return null;
    const end = skipSpace(json.units, result.root.range.end);
    pieces.push({
      range: { start, end },
      parsed: { root: result.root, empty: false, issues: result.issues, isQuick: true },
    });
    start = end;
  }
};

const splitRest = (text: string, offset: number): readonly JsonPiece[] =>
  splitDocuments(text.slice(offset)).map(({ start, end }) => ({
    range: { start: start + offset, end: end + offset },
    parsed: null,
  }));
