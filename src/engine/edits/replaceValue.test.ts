import { describe, expect, it } from 'vitest';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import { applyTextEdits } from './applyTextEdits.ts';
import { detectTextStyle } from './detectTextStyle.ts';
import { planDocumentChanges } from './planDocumentChanges.ts';
import type { TreeChange } from './TreeChange.ts';
import type { YamlValue } from './YamlValue.ts';

const change = (text: string, make: (root: SourceMap) => TreeChange): string => {
  const { files } = parseManifests([{ path: toFilePath('a.yaml'), text }]);
  const document = files[0]!.documents[0]!;
  const root = document.root as SourceMap;
  const planned = planDocumentChanges(text, document, { changes: [make(root)], style: detectTextStyle(text, [root]) });
  return planned.ok ? applyTextEdits(text, planned.edits)! : planned.reason;
};

const set = (text: string, value: YamlValue): string =>
  change(text, (map) => ({ type: 'setValue', map, key: 'a', value }));

describe('another value for an entry', () => {
  it.each<[string, string, YamlValue, string]>([
    ['a plain scalar, its comment kept', 'a: one # why\nb: 2\n', 'two', 'a: two # why\nb: 2\n'],
    ['in the quotes of the old one', "a: 'one'\n", 'two', "a: 'two'\n"],
    ['in double quotes', 'a: "one"\n', 'two', 'a: "two"\n'],
    ['what needs quotes gets them', 'a: one\n', 'yes', "a: 'yes'\n"],
    ['where none was written', 'a:\nb: 2\n', 'two', 'a: two\nb: 2\n'],
    ['an anchor that nobody needs stays', 'a: &x one\n', 'two', 'a: &x two\n'],
    ['a scalar for a block', 'a:\n  c: 1\n  d: 2\nb: 2\n', 'two', 'a: two\nb: 2\n'],
    ['a block for a scalar', 'a: one\nb: 2\n', { c: 1 }, 'a:\n  c: 1\nb: 2\n'],
    ['a block for {}', 'a: {}\nb: 2\n', { c: 1 }, 'a:\n  c: 1\nb: 2\n'],
    ['a block for a block', 'a:\n  c: 1 # stays\nb: 2\n', { d: 2 }, 'a:\n  d: 2 # stays\nb: 2\n'],
    ['a list for a map', 'a:\n  c: 1\nb: 2\n', ['x', 'z'], 'a:\n  - x\n  - z\nb: 2\n'],
    ['in flow style', '{"a": "one", "b": 2}', 'two', '{"a": "two", "b": 2}'],
    ['a flow map in flow style', '{"a": {}, "b": 2}', { c: 'd' }, '{"a": {"c": "d"}, "b": 2}'],
    ['with CRLF', 'a: one\r\nb: 2\r\n', { c: 1 }, 'a:\r\n  c: 1\r\nb: 2\r\n'],
    ['at the end without a line end', 'b: 2\na: one', 'two', 'b: 2\na: two'],
  ])('%s', (_, text, value, expected) => {
    expect(set(text, value)).toBe(expected);
  });

  it('is refused where an alias shows it too', () => {
    expect(set('a: &x one\nb: *x\n', 'two')).toBe('ALIASED');
    expect(set('b: &x one\na: *x\n', 'two')).toBe('ALIASED');
  });

  it('is refused where the form can not be exchanged in place', () => {
    expect(set('a: |\n  one\nb: 2\n', 'two')).toBe('UNVERIFIED');
  });
});

describe('another item of a sequence', () => {
  const setItem = (text: string, position: number, value: YamlValue): string =>
    change(text, (map) => ({ type: 'setItem', map, key: 'a', position, value }));

  it.each<[string, string, number, YamlValue, string]>([
    ['a scalar', 'a:\n- one # why\n- two\n', 0, 'three', 'a:\n- three # why\n- two\n'],
    ['a map for {}', 'a:\n- {}\n- two\n', 0, { c: 1, d: [2] }, 'a:\n- c: 1\n  d:\n  - 2\n- two\n'],
    ['a map for a map', 'a:\n  - c: 1\n    d: 2\n  - e: 3\n', 0, { f: 4 }, 'a:\n  - f: 4\n  - e: 3\n'],
    ['in flow style', 'a: [one, two]\n', 1, 'three', 'a: [one, three]\n'],
  ])('%s', (_, text, position, value, expected) => {
    expect(setItem(text, position, value)).toBe(expected);
  });
});

describe('an entry that goes', () => {
  const remove = (text: string): string => change(text, (map) => ({ type: 'removeEntry', map, key: 'a' }));

  it.each([
    ['with its lines', 'a:\n  c: 1\nb: 2\n', 'b: 2\n'],
    ['the last one', 'b: 2\na: 1\n', 'b: 2\n'],
    ['in flow style', '{b: 2, a: 1}\n', '{b: 2}\n'],
  ])('%s', (_, text, expected) => {
    expect(remove(text)).toBe(expected);
  });

  it('moves what follows up behind the dash of an item', () => {
    const text = 'x:\n- a: 1\n  b: 2\n';
    const removed = change(text, (root) => {
      const list = root.entries[0]!.value;
      const item = list.type === 'seq' ? list.items[0] : undefined;
      return { type: 'removeEntry', map: item as SourceMap, key: 'a' };
    });
    expect(removed).toBe('x:\n- b: 2\n');
  });
});
