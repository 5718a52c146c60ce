import type { TextRange } from '../../manifest/SourceFile.ts';
import type { SourceEntry, SourceNode } from '../../manifest/SourceNode.ts';
import type { Draft } from './Draft.ts';
import { nullAt } from './readLooseScalar.ts';
import { readDrafts } from './readDrafts.ts';

/**
 * A tree of a document that need not be valid YAML: what it would most likely mean by its indentation. A line that is
 * neither a key nor an item, such as a key that is being typed, becomes an entry without a value where there are other
 * keys, else a scalar. Never used for verdicts, which come from text that parses.
 */
export const parseLoosely = (source: string, range: TextRange): SourceNode =>
  toNode(readDrafts(source, range), range.start);

const toNode = (drafts: readonly Draft[], offset: number): SourceNode => {
  const [first] = drafts;
  if (first === undefined) return nullAt(offset);
  if (first.type === 'item') {
    const items = drafts.filter(({ type }) => type === 'item').map(toItem);
    return { type: 'seq', flow: false, items, range: { start: first.start, end: items.at(-1)!.range.end } };
  }
  const entries = drafts.flatMap(toEntry);
  if (drafts.every(({ type }) => type === 'word')) return first.value ?? nullAt(first.start);
  return {
    type: 'map',
    flow: false,
    entries,
    range: { start: first.start, end: entries.at(-1)?.range.end ?? first.start },
  };
};

const toItem = ({ value, children, start }: Draft): SourceNode => value ?? toNode(children, start + 1);

const toEntry = ({ type, key, value, children, start }: Draft): readonly SourceEntry[] => {
  if (type === 'word') {
    if (value?.type !== 'scalar') return [];
    return [{ key: value, value: nullAt(value.range.end), range: value.range }];
  }
  if (key === null) return [];
  const node = value ?? toNode(children, key.range.end + 1);
  return [{ key, value: node, range: { start, end: Math.max(node.range.end, key.range.end + 1) } }];
};
