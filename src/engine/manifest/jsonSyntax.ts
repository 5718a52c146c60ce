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

/** The units of a text, and a 0 after the last, where reading stops. Faster to go through than the text, by far. */
export type JsonUnits = Uint8Array | Uint16Array;

// Every host of the engine has it, the browser's worker and Node, though neither is known here.
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
};

export const toUnits = (text: string): JsonUnits => {
  const bytes = new Uint8Array(text.length + 1);
  const { read, written } = new TextEncoder().encodeInto(text, bytes);
  // Else some character takes more than one byte.
  if (read === text.length && written === text.length) return bytes;
  const units = new Uint16Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
};

/** The offset after blank space. */
export const skipSpace = (units: JsonUnits, from: number): number => {
  for (let at = from; ; at += 1) {
    const unit = units[at];
    if (unit !== space && unit !== newline && unit !== carriageReturn && unit !== tab) return at;
  }
};
