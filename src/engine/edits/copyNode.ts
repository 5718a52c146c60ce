import { listEntries, toKeyText } from '../manifest/findEntry.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import type { YamlValue } from './YamlValue.ts';

/** More are not written out: a document can hold far more by aliases than it has characters. */
const mostCopied = 2000;

/** What a node says, aliases and merge keys written out; undefined when that is too much. */
export function copyNode(node: SourceNode): YamlValue | undefined {
  let count = 0;
  const copy = (original: SourceNode): YamlValue => {
    count += 1;
    if (count > mostCopied) throw new RangeError('too much to write out');
    const resolved = resolveAlias(original);
    if (resolved.type === 'scalar') return resolved.value;
    if (resolved.type === 'seq') return resolved.items.map(copy);
    return Object.fromEntries(listEntries(resolved).map(({ key, value }) => [toKeyText(key), copy(value)]));
  };
  try {
    return copy(node);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
