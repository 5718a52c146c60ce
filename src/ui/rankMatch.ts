/**
 * How well a text answers a query; 0: not at all, larger is better. Every word of the query must occur; beginnings of the
 * text count most, then beginnings of its words. The empty query matches everything alike.
 */
export function rankMatch(query: string, text: string): number {
  const haystack = text.toLowerCase();
  let rank = 1;
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = haystack.indexOf(word);
    if (at < 0) return 0;
    const startsWord = at === 0 || /[^a-z0-9]/.test(haystack[at - 1] ?? '');
    rank += at === 0 ? 3 : startsWord ? 2 : 1;
    if (haystack.length === word.length) rank += 2;
  }
  return rank;
}

export interface MatchText {
  /** What one looks for first. */
  readonly label: string;
  /** Further words that may be typed. */
  readonly rest?: string;
}

/** A match in the label alone comes before one that needs the rest. */
const labelBonus = 100;

/** The items that match, best first; the given order where they match alike. */
export function findMatches<T>(query: string, items: readonly T[], toText: (item: T) => MatchText): readonly T[] {
  if (query.trim() === '') return items;
  return items
    .map((item) => {
      const { label, rest = '' } = toText(item);
      const inLabel = rankMatch(query, label);
      return { item, rank: inLabel > 0 ? inLabel + labelBonus : rankMatch(query, `${label} ${rest}`) };
    })
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ item }) => item);
}
