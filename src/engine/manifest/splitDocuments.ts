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
  const documents: TextRange[] = [];
  let start = 0;
  let announced = false;
  const close = (end: number): void => {
    if (announced || findContent(text, { start, end }) !== null) documents.push({ start, end });
  };
  for (const marker of text.matchAll(markerPattern)) {
    close(marker.index);
    start = marker.index + marker[0].length;
    announced = marker[0].includes('---');
  }
  close(text.length);
  return documents.length > 0 ? documents : [{ start: 0, end: text.length }];
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
