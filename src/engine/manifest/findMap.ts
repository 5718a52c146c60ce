import { resolveAlias } from './resolveAlias.ts';
import type { TextRange } from './SourceFile.ts';
import type { SourceMap, SourceNode } from './SourceNode.ts';

/** The map that stands at exactly `range` in the tree, or that an alias there refers to; null when there is none. */
export const findMap = (root: SourceNode, range: TextRange): SourceMap | null => {
  let node: SourceNode | undefined = root;
  while (node !== undefined) {
    if (node.range.start === range.start && node.range.end === range.end) {
      const resolved = resolveAlias(node);
      if (resolved.type === 'map') return resolved;
    }
    node = findChild(node, range);
  }
  return null;
};

const findChild = (node: SourceNode, range: TextRange): SourceNode | undefined => {
  if (node.type === 'map') return node.entries.find(({ value }) => covers(value.range, range))?.value;
  return node.type === 'seq' ? findItem(node.items, range) : undefined;
};

/** Lists may have a hundred thousand items, in the order of the text. */
const findItem = (items: readonly SourceNode[], range: TextRange): SourceNode | undefined => {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (items[middle]!.range.start <= range.start) low = middle;
    else high = middle - 1;
  }
  const item = items[low];
  return item !== undefined && covers(item.range, range) ? item : undefined;
};

const covers = (outer: TextRange, inner: TextRange): boolean => outer.start <= inner.start && inner.end <= outer.end;
