import { toKeyText } from '../manifest/findEntry.ts';
import type { TextRange } from '../manifest/SourceFile.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { findOwnEntry } from './findOwnEntry.ts';

/** The way to a node by keys and positions, as written. */
export type Route = readonly (string | number)[];

/** To a map in the tree, or the one at the same place of the same text when `target` is of a tree read before. */
export function findRoute(node: SourceNode, target: SourceMap): Route | null {
  if (node === target || (node.type === 'map' && isSameRange(node.range, target.range))) return [];
  if (node.range.start > target.range.start || node.range.end < target.range.end) return null;
  const children: readonly (readonly [string | number, SourceNode])[] =
    node.type === 'map'
      ? node.entries.map(({ key, value }) => [toKeyText(key), value] as const)
      : node.type === 'seq'
        ? node.items.map((item, position) => [position, item] as const)
        : [];
  for (const [step, child] of children) {
    const route = findRoute(child, target);
    if (route !== null) return [step, ...route];
  }
  return null;
}

/** The map at the end of a route on which nothing is shared any more. */
export function followRoute(root: SourceNode, route: Route): SourceMap | null {
  let node: SourceNode | undefined = root;
  for (const step of route) {
    if (node?.type === 'map' && typeof step === 'string') node = findOwnEntry(node, step)?.value;
    else if (node?.type === 'seq' && typeof step === 'number') node = node.items[step];
    else return null;
  }
  return node?.type === 'map' ? node : null;
}

const isSameRange = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end;
