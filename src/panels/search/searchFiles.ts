import { createLineIndex, toLineColumn, type FilePath, type FileRange, type SourceFile } from '../../engine/index.ts';

/** A place where the words stand, with the line around them. */
export interface SearchMatch {
  readonly at: FileRange;
  readonly line: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface SearchResult {
  readonly files: readonly { readonly file: FilePath; readonly matches: readonly SearchMatch[] }[];
  readonly count: number;
  /** There are more than were looked for. */
  readonly cut: boolean;
}

/** Longer lines are shown around the match only. */
const around = 120;

/** Every place of some words in the files, whatever their case; at most `limit`. */
export function searchFiles(files: readonly SourceFile[], words: string, limit: number): SearchResult {
  const pattern = words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  if (words === '') return { files: [], count: 0, cut: false };
  const found: { file: FilePath; matches: SearchMatch[] }[] = [];
  let count = 0;
  for (const { path, text } of files) {
    const matches: SearchMatch[] = [];
    const index = createLineIndex(text);
    for (const match of text.matchAll(new RegExp(pattern, 'gi'))) {
      if (count === limit) {
        if (matches.length > 0) found.push({ file: path, matches });
        return { files: found, count, cut: true };
      }
      count += 1;
      matches.push(toMatch({ path, text }, toLineColumn(index, match.index).line, match.index, match[0]));
    }
    if (matches.length > 0) found.push({ file: path, matches });
  }
  return { files: found, count, cut: false };
}

function toMatch({ path, text }: SourceFile, line: number, start: number, match: string): SearchMatch {
  const end = start + match.length;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - around);
  const newline = text.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, end + around);
  return {
    at: { file: path, start, end },
    line,
    before: text.slice(start === 0 ? 0 : lineStart, start).trimStart(),
    match,
    after: text.slice(end, lineEnd).trimEnd(),
  };
}
