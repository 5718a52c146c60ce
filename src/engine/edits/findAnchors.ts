import type { SourceNode } from '../manifest/SourceNode.ts';
import { findOwnEntry } from './findOwnEntry.ts';
import { findPath } from './isSharedNode.ts';
import { listUsers } from './nodePlaces.ts';
import type { TreeChange } from './TreeChange.ts';

/** The names of the anchors through which a change of an entry is shared. */
export function findAnchors(root: SourceNode, { map, key }: TreeChange): readonly string[] {
  const users = listUsers(root);
  const value = findOwnEntry(map, key)?.value;
  const names = [...(findPath(root, map) ?? []), ...(value ? [value] : [])].flatMap((node) => {
    if (node.type === 'alias') return [node.name];
    return node.anchor !== undefined && users.has(node) ? [node.anchor] : [];
  });
  return [...new Set(names)];
}
