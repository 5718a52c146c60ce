/** What JSON is written with, as units of UTF-16. */
export const jsonUnits = {
  tab: 9,
  newline: 10,
  carriageReturn: 13,
  space: 32,
  quote: 34,
  comma: 44,
  colon: 58,
  openList: 91,
  backslash: 92,
  closeList: 93,
  openMap: 123,
  closeMap: 125,
} as const;

export const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const { tab, newline, carriageReturn, space } = jsonUnits;

/** The offset after blank space. */
export const skipSpace = (text: string, from: number): number => {
  for (let at = from; ; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== space && unit !== newline && unit !== carriageReturn && unit !== tab) return at;
  }
};
