import type { TextRange } from './SourceFile.ts';

const markerPattern =
  /^(?<![\u2028\u2029])\uFEFF?(?:---(?=[ \t\r\n#]|$)[ \t]*(?:#[^\r\n]*)?(?:\r?\n)?|\.\.\.(?=[ \t\r\n]|$)[^\r\n]*(?:\r?\n)?)/gm;
const linePattern = /\uFEFF?[ \t]*(?:[#%][^\r\n]*)?(?:\r\n|\r|\n|$)/y;

/**
 * The documents of a file, cut at the lines that start with `---` or `...` (a comment may follow directly, as for
 * kubectl; lines end as YAML has it, not at every separator that a regular expression knows): neither can stand at the start of a line
 * inside any YAML value, so a broken document cannot swallow the next one. Text before the first marker, or after `...`,
 * is a document only if there is more than blank space, comments and directives. Never empty.
 */
export const splitDocuments = (text: string): readonly TextRange[] => {
  const { ranges } = splitFrom(text, { start: 0, announced: false, isKnown: () => false });
  return ranges.length > 0 ? ranges : [{ start: 0, end: text.length }];
};

/** Where to begin: at the start of a document, and whether a `---` stands above it. */
export interface SplitStart {
  readonly start: number;
  readonly announced: boolean;
  /** Whether the rest of the text is known to be split already, from a document on that follows this marker. */
  readonly isKnown: (marker: TextRange) => boolean;
}

/** The documents from a place on; `next` is the start of the first one that is known, null when the text was read to its end. */
export const splitFrom = (
  text: string,
  from: SplitStart,
): { readonly ranges: readonly TextRange[]; readonly next: number | null } => {
  const ranges: TextRange[] = [];
  let { start, announced } = from;
  const close = (end: number): void => {
    if (announced || findContent(text, { start, end }) !== null) ranges.push({ start, end });
  };
  const pattern = new RegExp(markerPattern);
  pattern.lastIndex = start;
  for (let marker = pattern.exec(text); marker !== null; marker = pattern.exec(text)) {
    close(marker.index);
    start = marker.index + marker[0].length;
    if (from.isKnown({ start: marker.index, end: start })) return { ranges, next: start };
    announced = marker[0].includes('---');
  }
  close(text.length);
  return { ranges, next: null };
};

/** Where the first line begins that is not blank, a comment or a directive, byte order marks passed over; null when none does. */
export const findContent = (text: string, { start, end }: TextRange): number | null => {
  let offset = start;
  while (offset < end) {
    linePattern.lastIndex = offset;
    const line = linePattern.exec(text);
    if (line === null || line[0] === '') return text.charCodeAt(offset) === 0xfeff ? offset + 1 : offset;
    offset += line[0].length;
  }
  return null;
};
