import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { isList } from './findPlace.ts';
import { readChild } from './readFieldText.ts';

/** The maps of the objects in a document: its root, or the items of a List. Also of objects that could not be read. */
export const listObjectMaps = (root: SourceNode): readonly SourceMap[] => {
  const node = resolveAlias(root);
  if (node.type !== 'map') return [];
  const items = isList(node) ? readChild(node, 'items') : null;
  return items?.type === 'seq' ? items.items.flatMap(listObjectMaps) : [node];
};
