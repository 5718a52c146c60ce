import { skipSpace } from './jsonSyntax.ts';
import { JsonError, JsonReader } from './JsonReader.ts';
import type { SourceNode } from './SourceNode.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';

/** A JSON value that was read, or where and why it could not be. Reading the parts of `root` may add to `issues`. */
export type JsonResult =
  | { readonly ok: true; readonly root: SourceNode; readonly issues: readonly SyntaxIssue[] }
  | { readonly ok: false; readonly at: number };

/** In UTF-16 units: texts from here on are dumps, of which most is never looked at. */
export const dumpLength = 256 * 1024;

/**
 * Reads one JSON value at `start`, blank space before it allowed; strict, so that what is not JSON is left to the YAML
 * parser. Of a dump, parts that hardly anybody reads are only checked, and read on demand.
 */
export const parseJson = (text: string, start: number, lazyFrom = dumpLength): JsonResult => {
  const issues: SyntaxIssue[] = [];
  try {
    const isLazy = text.length - start >= lazyFrom;
    const root = new JsonReader(text, skipSpace(text, start), issues, isLazy).readValue(0);
    return { ok: true, root, issues };
  } catch (error) {
    if (error instanceof JsonError) return { ok: false, at: error.at };
    throw error;
  }
};
