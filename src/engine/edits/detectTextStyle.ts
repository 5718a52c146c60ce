import type { SourceNode, SourceScalar } from '../manifest/SourceNode.ts';
import { plainStyle, type TextStyle } from './TextStyle.ts';
import { findColumn, findIndent, isFirstOnLine } from './textLines.ts';

type Votes = { readonly [Trait in keyof TextStyle]: Map<TextStyle[Trait], number> };

/**
 * The habits of a document. `nodes` are trees of `text`, the nearest to the place of the edit first: for each trait the
 * first tree that shows it decides, by majority; what none shows is `fallback`'s.
 */
export function detectTextStyle(
  text: string,
  nodes: readonly SourceNode[],
  fallback: TextStyle = plainStyle,
): TextStyle {
  const eol = detectLineEnd(text, nodes[0]?.range.start ?? 0) ?? fallback.eol;
  const style = nodes.reduceRight<TextStyle>((farther, node) => ({ ...farther, ...findHabits(text, node) }), {
    ...fallback,
    eol,
  });
  const root = nodes.at(-1);
  const isJson = root?.type === 'map' && root.flow && style.quoteKeys && style.quote === '"';
  return isJson ? { ...style, quoteStrings: true } : style;
}

/** The traits that the tree shows. */
function findHabits(text: string, node: SourceNode): Partial<TextStyle> {
  const votes = createVotes();
  collectVotes(text, node, votes);
  const winners = Object.entries(votes).map(([trait, counts]) => [trait, findWinner(counts)] as const);
  // Every trait's votes are values of that trait (`Votes`), which `Object.entries` forgets.
  return Object.fromEntries(winners.filter(([, winner]) => winner !== undefined)) as Partial<TextStyle>;
}

/** As the line of `near` ends, or when it is the last one, as the text's first line does. */
function detectLineEnd(text: string, near: number): TextStyle['eol'] | null {
  const below = text.indexOf('\n', near);
  const newline = below === -1 ? text.indexOf('\n') : below;
  if (newline === -1) return null;
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
}

const createVotes = (): Votes => ({
  eol: new Map(),
  step: new Map(),
  sequenceOffset: new Map(),
  dashWidth: new Map(),
  quote: new Map(),
  quoteStrings: new Map(),
  quoteKeys: new Map(),
  flowIndent: new Map(),
  flowPadding: new Map(),
  flowSpacing: new Map(),
});

function vote<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function voteForQuote({ style }: SourceScalar, votes: Votes): void {
  if (style === 'single') vote(votes.quote, "'");
  if (style === 'double') vote(votes.quote, '"');
}

/** The value with the most votes; `true` only when nothing speaks against it, so that quoting is a habit, not a case. */
function findWinner(counts: ReadonlyMap<unknown, number>): unknown {
  if (counts.get(false) !== undefined) return (counts.get(true) ?? 0) > 4 * (counts.get(false) ?? 0);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function collectVotes(text: string, node: SourceNode, votes: Votes): void {
  if (node.type === 'scalar') {
    if (typeof node.value === 'string') {
      voteForQuote(node, votes);
      if (node.style !== 'literal' && node.style !== 'folded') vote(votes.quoteStrings, node.style !== 'plain');
    }
  } else if (node.type === 'map') {
    if (node.flow) collectFlowVotes(text, node, votes);
    for (const { key, value } of node.entries) {
      vote(votes.quoteKeys, key.style !== 'plain');
      voteForQuote(key, votes);
      if (!node.flow) collectBlockVotes(text, key.range.start, value, votes);
      collectVotes(text, value, votes);
    }
  } else if (node.type === 'seq') {
    if (node.flow) collectFlowVotes(text, node, votes);
    for (const item of node.items) {
      if (!node.flow) collectDashVotes(text, item, votes);
      collectVotes(text, item, votes);
    }
  }
}

function collectBlockVotes(text: string, key: number, value: SourceNode, votes: Votes): void {
  if (value.type !== 'map' && value.type !== 'seq') return;
  if (value.flow) return;
  const columns = findColumn(text, value.range.start) - findColumn(text, key);
  if (value.type === 'seq' && columns >= 0) vote(votes.sequenceOffset, columns);
  if (value.type === 'map' && columns > 0) vote(votes.step, columns);
}

function collectDashVotes(text: string, item: SourceNode, votes: Votes): void {
  const dash = /-( +)$/.exec(text.slice(item.range.start - findColumn(text, item.range.start), item.range.start));
  if (dash?.[1]) vote(votes.dashWidth, dash[1].length + 1);
}

function collectFlowVotes(text: string, node: SourceNode, votes: Votes): void {
  if (node.type !== 'map' && node.type !== 'seq') return;
  const members = node.type === 'map' ? node.entries.map(({ range }) => range) : node.items.map(({ range }) => range);
  const first = members[0];
  if (!first) return;
  if (isFirstOnLine(text, first.start)) {
    const outer = findIndent(text, node.range.start);
    const inner = findIndent(text, first.start);
    if (inner.startsWith(outer) && inner !== outer) vote(votes.flowIndent, inner.slice(outer.length));
  } else if (node.type === 'map') {
    vote(votes.flowPadding, first.start > node.range.start + 1);
  }
  if (node.type === 'map') {
    const entry = node.entries[0];
    if (entry) vote(votes.flowSpacing, /\s$/.test(text.slice(entry.key.range.end, entry.value.range.start)));
  }
}
