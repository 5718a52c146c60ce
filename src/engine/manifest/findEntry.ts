import { resolveAlias } from './resolveAlias.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from './SourceNode.ts';

/**
 * What kubectl makes of a key: the JSON form of numbers and booleans (`8080:` is `8080`, `on:` is `true`), else the text.
 */
export const toKeyText = (key: SourceScalar): string =>
  typeof key.value === 'number' || typeof key.value === 'boolean' ? String(key.value) : key.text;

const isMergeKey = (key: SourceScalar): boolean => key.style === 'plain' && key.text === '<<';

const mergedMaps = (value: SourceNode): SourceMap[] => {
  const node = resolveAlias(value);
  if (node.type === 'map') return [node];
  if (node.type !== 'seq') return [];
  return node.items.map(resolveAlias).filter((item) => item.type === 'map');
};

/**
 * The entries of a map after merge keys (`<<`), each key once: the map's own keys win over merged ones, of two merged
 * maps the earlier wins, of a key written twice the last one. Linear in the number of distinct maps reached, however
 * often they are merged.
 */
export const listEntries = (map: SourceMap): readonly SourceEntry[] => {
  const found = new Map<string, SourceEntry>();
  const visited = new Set<SourceMap>();
  const visit = (current: SourceMap): void => {
    if (visited.has(current)) return;
    visited.add(current);
    const own = new Map<string, SourceEntry>();
    const merges: SourceMap[] = [];
    for (const entry of current.entries) {
      if (isMergeKey(entry.key)) merges.push(...mergedMaps(entry.value));
      else own.set(toKeyText(entry.key), entry);
    }
    for (const [key, entry] of own) if (!found.has(key)) found.set(key, entry);
    merges.forEach(visit);
  };
  visit(map);
  return [...found.values()];
};

/** The entry that counts for `key`, looked up as `listEntries` says; null when there is none. */
export const findEntry = (map: SourceMap, key: string): SourceEntry | null => {
  let merges = false;
  for (let index = map.entries.length - 1; index >= 0; index--) {
    const entry = map.entries[index];
    if (entry === undefined) continue;
    if (isMergeKey(entry.key)) merges = true;
    else if (toKeyText(entry.key) === key) return entry;
  }
  return merges ? (listEntries(map).find((entry) => toKeyText(entry.key) === key) ?? null) : null;
};
