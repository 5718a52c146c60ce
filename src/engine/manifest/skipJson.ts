import { escapePattern, jsonUnits, skipSpace } from './jsonSyntax.ts';
import type { JsonUnits } from './jsonSyntax.ts';

const { space, quote, comma, colon, backslash, openList, closeList, openMap, closeMap } = jsonUnits;

const literalPattern = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

/** The offset after what a pattern matches at `at`; -1 when it does not. */
const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** A text with its units. */
export interface JsonText {
  readonly text: string;
  readonly units: JsonUnits;
}

/** Where lists and maps that were passed over begin and end, one after the other, by their beginnings ascending. */
export type JsonExtents = number[];

/** Shorter ones are passed over again as quickly as they are looked up. */
const shortest = 48;

/**
 * The offset after the JSON value at `at`, where no space stands; -1 when it is none, or more than `levels` lists and maps
 * lie within each other. As strict as the reader that it saves. Adds to `extents` where the lists and maps in it end, if
 * they are long.
 */
export const skipJson = (json: JsonText, at: number, levels: number, extents: JsonExtents | null = null): number => {
  const { text, units } = json;
  const unit = units[at];
  if (unit === quote) return skipText(text, units, at);
  if (unit !== openMap && unit !== openList) return matchAt(literalPattern, text, at);
  if (levels === 0) return -1;
  if (extents === null) return skipItems(json, at + 1, levels - 1, unit === openMap, null);
  const position = extents.push(at, at) - 1;
  const end = skipItems(json, at + 1, levels - 1, unit === openMap, extents);
  if (end - at < shortest) extents.length = position - 1;
  else extents[position] = end;
  return end;
};

/** From after the opening bracket to after the closing one. */
const skipItems = (
  json: JsonText,
  first: number,
  levels: number,
  isMap: boolean,
  extents: JsonExtents | null,
): number => {
  const { text, units } = json;
  const close = isMap ? closeMap : closeList;
  let at = skipSpace(units, first);
  if (units[at] === close) return at + 1;
  for (;;) {
    if (isMap) {
      at = units[at] === quote ? skipText(text, units, at) : -1;
      if (at === -1) return -1;
      at = skipSpace(units, at);
      if (units[at] !== colon) return -1;
      at = skipSpace(units, at + 1);
    }
    at = skipJson(json, at, levels, extents);
    if (at === -1) return -1;
    at = skipSpace(units, at);
    const unit = units[at];
    if (unit === close) return at + 1;
    if (unit !== comma) return -1;
    at = skipSpace(units, at + 1);
  }
};

const skipText = (text: string, units: JsonUnits, from: number): number => {
  for (let at = from + 1; ;) {
    const unit = units[at]!;
    if (unit === quote) return at + 1;
    if (unit === backslash) {
      at = matchAt(escapePattern, text, at);
      if (at === -1) return -1;
    } else if (unit >= space) at += 1;
    // A control character, or (0) the end of the text.
    else return -1;
  }
};
