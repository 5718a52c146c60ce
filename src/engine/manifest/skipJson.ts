import { escapePattern, jsonUnits, skipSpace } from './jsonSyntax.ts';

const { space, quote, comma, colon, backslash, openList, closeList, openMap, closeMap } = jsonUnits;

const literalPattern = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

/** The offset after what a pattern matches at `at`; -1 when it does not. */
const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/**
 * The offset after the JSON value at `at`, where no space stands; -1 when it is none, or more than `levels` lists and maps
 * lie within each other. As strict as the reader that it saves.
 */
export const skipJson = (text: string, at: number, levels: number): number => {
  const unit = text.charCodeAt(at);
  if (unit === quote) return skipText(text, at);
  if (unit !== openMap && unit !== openList) return matchAt(literalPattern, text, at);
  return levels === 0 ? -1 : skipItems(text, at + 1, levels - 1, unit === openMap);
};

/** From after the opening bracket to after the closing one. */
const skipItems = (text: string, first: number, levels: number, isMap: boolean): number => {
  const close = isMap ? closeMap : closeList;
  let at = skipSpace(text, first);
  if (text.charCodeAt(at) === close) return at + 1;
  for (;;) {
    if (isMap) {
      at = text.charCodeAt(at) === quote ? skipText(text, at) : -1;
      if (at === -1) return -1;
      at = skipSpace(text, at);
      if (text.charCodeAt(at) !== colon) return -1;
      at = skipSpace(text, at + 1);
    }
    at = skipJson(text, at, levels);
    if (at === -1) return -1;
    at = skipSpace(text, at);
    const unit = text.charCodeAt(at);
    if (unit === close) return at + 1;
    if (unit !== comma) return -1;
    at = skipSpace(text, at + 1);
  }
};

const skipText = (text: string, from: number): number => {
  for (let at = from + 1; ;) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at + 1;
    if (unit === backslash) {
      at = matchAt(escapePattern, text, at);
      if (at === -1) return -1;
    } else if (unit >= space) at += 1;
    // A control character, or (not a number) the end of the text.
    else return -1;
  }
};
