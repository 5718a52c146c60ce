import type { SearchMatch, SearchResult } from './searchFiles.ts';

export type SearchRow = {
  readonly id: string;
  readonly level: number;
  readonly label: string;
  readonly expanded: boolean | null;
} & ({ readonly type: 'file'; readonly count: number } | { readonly type: 'match'; readonly match: SearchMatch });

/** A row per file, and below it one per place unless it is closed. */
export const listSearchRows = ({ files }: SearchResult, closed: ReadonlySet<string>): readonly SearchRow[] =>
  files.flatMap(({ file, matches }): readonly SearchRow[] => {
    const expanded = !closed.has(file);
    const head: SearchRow = { type: 'file', id: file, level: 1, label: file, expanded, count: matches.length };
    if (!expanded) return [head];
    const rows = matches.map((match): SearchRow => ({
      type: 'match',
      id: `${file}:${match.at.start}`,
      level: 2,
      label: `${match.before}${match.match}${match.after}`,
      expanded: null,
      match,
    }));
    return [head, ...rows];
  });
