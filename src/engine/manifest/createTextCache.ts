/** Cuts texts out of a larger one; one that it has cut before it gives again where it can. */
export type CutText = (start: number, end: number, hash: number) => string;

/** Longer ones are seldom written twice. */
const longest = 64;
const slots = 1 << 13;

/**
 * `hash`: a number that hangs on the characters only, any 32 bits. Keys and values repeat a hundred thousand times in a
 * dump, and equal texts that are one are compared without a look at their characters.
 */
export const createTextCache = (text: string): CutText => {
  const known: (string | undefined)[] = new Array<string | undefined>(slots).fill(undefined);
  return (start, end, hash) => {
    const length = end - start;
    if (length > longest) return text.slice(start, end);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    const found = known[slot];
    if (found !== undefined && found.length === length && text.startsWith(found, start)) return found;
    const cut = text.slice(start, end);
    known[slot] = cut;
    return cut;
  };
};
