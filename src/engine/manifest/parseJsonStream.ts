import type { ParsedDocument } from './parseDocument.ts';
import { parseJson, skipSpace } from './parseJson.ts';
import type { TextRange } from './SourceFile.ts';

/** One document of a stream: where it is, and what is in it. */
export interface JsonPiece {
  readonly range: TextRange;
  readonly parsed: ParsedDocument;
}

/**
 * JSON objects one after another, as kubectl takes them from a file that starts with `{`. Null when the text is not of
 * that kind from start to end; the YAML parser then has its turn.
 */
export const parseJsonStream = (text: string): readonly JsonPiece[] | null => {
  const pieces: JsonPiece[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const first = skipSpace(text, start);
    if (first === text.length) return pieces.length > 0 ? pieces : null;
    const json = text[first] === '{' ? parseJson(text, first) : null;
    if (json?.ok !== true) return null;
    const end = skipSpace(text, json.root.range.end);
    pieces.push({ range: { start, end }, parsed: { root: json.root, empty: false, issues: json.issues } });
    start = end;
  }
};
