import type { SourceNode } from '../manifest/SourceNode.ts';

/** The colon after a key; keys of our maps are short scalars, so it follows at once. */
export function findColon(text: string, entry: { readonly key: SourceNode }): number {
  const colon = text.indexOf(':', entry.key.range.end);
  return colon === -1 ? entry.key.range.end : colon;
}
