import type { TextRange } from './SourceFile.ts';
import type { SourceMap, SourceNode } from './SourceNode.ts';

/**
 * The tree of a `kind: List` with those items (of lists in it, too) that `find` has at their place: whoever holds such an
 * item finds it in the tree. For trees without aliases.
 */
export const graftItems = (node: SourceNode, find: (range: TextRange) => SourceMap | null): SourceNode => {
  if (node.type !== 'map') return node;
  const found = find(node.range);
  if (found !== null) return found;
  if (!node.entries.some(({ key, value }) => key.text === 'items' && value.type === 'seq')) return node;
  const entries = node.entries.map((entry) => {
    const { key, value } = entry;
    if (key.text !== 'items' || value.type !== 'seq') return entry;
    return { key, range: entry.range, value: { ...value, items: value.items.map((item) => graftItems(item, find)) } };
  });
  return { ...node, entries };
};
