import { findEntry } from '../manifest/findEntry.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { ResolvedNode } from '../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';

/** The field `key` of a map, aliases resolved; null when it is absent or the node is no map. */
export const readChild = (node: SourceNode | null, key: string): ResolvedNode | null => {
  if (node === null) return null;
  const map = resolveAlias(node);
  if (map.type !== 'map') return null;
  const entry = findEntry(map, key);
  return entry === null ? null : resolveAlias(entry.value);
};

/** The text of a scalar field; null when it is absent, empty or no scalar. */
export const readFieldText = (map: SourceMap, key: string): string | null => {
  const node = readChild(map, key);
  return node?.type === 'scalar' && node.text !== '' ? node.text : null;
};

/** The namespace that an object of this map is in. */
export const readNamespace = (object: SourceMap): string => {
  const metadata = readChild(object, 'metadata');
  return (metadata?.type === 'map' ? readFieldText(metadata, 'namespace') : null) ?? 'default';
};
