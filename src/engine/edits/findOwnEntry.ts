import { toKeyText } from '../manifest/findEntry.ts';
import type { SourceEntry, SourceMap } from '../manifest/SourceNode.ts';

/** The entry written in the map itself, merge keys left aside; of a key written twice the last one. */
export const findOwnEntry = (map: SourceMap, key: string): SourceEntry | null =>
  map.entries.findLast((entry) => toKeyText(entry.key) === key) ?? null;
