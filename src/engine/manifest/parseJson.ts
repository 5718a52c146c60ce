import { skipSpace, toUnits } from './jsonSyntax.ts';
import { JsonError, JsonReader } from './JsonReader.ts';
import type { PlacedJson } from './JsonReader.ts';
import type { SourceNode } from './SourceNode.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';

/** A JSON value that was read, or where and why it could not be. Reading the parts of `root` may add to `issues`. */
export type JsonResult =
  | { readonly ok: true; readonly root: SourceNode; readonly issues: readonly SyntaxIssue[] }
  | { readonly ok: false; readonly at: number };

/** In UTF-16 units: texts from here on are dumps, of which most is never looked at. */
export const dumpLength = 256 * 1024;

/** A text that stands in its file from `base` on, to be read as JSON. */
export const toJson = (text: string, base = 0): PlacedJson => ({ text, units: toUnits(text), base });

/**
 * Reads one JSON value at `start` of the text, blank space before it allowed; strict, so that what is not JSON is left to
 * the YAML parser. Of a dump, parts that hardly anybody reads are only checked, and read on demand. All offsets in the
 * result are those of the file.
 */
export const parseJson = (json: PlacedJson, start: number, lazyFrom = dumpLength): JsonResult => {
  const issues: SyntaxIssue[] = [];
  try {
    const isLazy = json.text.length - start >= lazyFrom;
    const root = new JsonReader(json, skipSpace(json.units, start), issues, isLazy).readValue(0);
    return { ok: true, root, issues };
  } catch (error) {
    if (error instanceof JsonError) return { ok: false, at: error.at + json.base };
    throw error;
  }
};
