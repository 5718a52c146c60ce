const key = '$patch';

/** A letter of the key in code, or a line that goes on: the key may be written so in double quotes. */
const escapedLetter = /\\(?:[xuU]0*(?:24|61|63|68|70|74)|\r?\n)/;

/** Whether a key `$patch` may stand in a text of YAML or JSON. Looking for one in the tree would parse all of it. */
export const mayHavePatchDirective = (text: string): boolean =>
  text.includes(key) || (text.includes('\\') && escapedLetter.test(text));
