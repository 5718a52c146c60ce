import { describe, expect, it } from 'vitest';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import type { AliasChoice } from './AliasChoice.ts';
import { findRoute, type Route } from './Route.ts';
import { applyTextEdits } from './applyTextEdits.ts';
import { detectTextStyle } from './detectTextStyle.ts';
import { planTreeSteps } from './planTreeSteps.ts';
import type { TreeChange } from './TreeChange.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import { findEntry } from '../manifest/findEntry.ts';

/** Through aliases and merge keys, as a reader of the document goes. */
const follow = (root: SourceNode, route: Route): SourceMap => {
  let node = resolveAlias(root);
  for (const step of route) {
    const next =
      node.type === 'map'
        ? findEntry(node, String(step))?.value
        : node.type === 'seq'
          ? node.items[Number(step)]
          : null;
    if (!next) throw new Error(`no ${step}`);
    node = resolveAlias(next);
  }
  if (node.type !== 'map') throw new Error('a map');
  return node;
};

const change = (
  text: string,
  route: Route,
  make: (map: SourceMap) => TreeChange,
  aliases: AliasChoice | null,
): string => {
  const file = parseManifests([{ path: toFilePath('a.yaml'), text }]).files[0]!;
  const document = file.documents[0]!;
  const made = make(follow(document.root!, route));
  const planned = planTreeSteps(text, document, {
    steps: [{ isolate: () => [...route, made.key] }, (root) => [make(follow(root, route))]],
    style: detectTextStyle(text, [document.root!]),
    aliases,
  });
  return planned.ok ? applyTextEdits(text, planned.edits)! : planned.reason;
};

const setName = (map: SourceMap): TreeChange => ({ type: 'setValue', map, key: 'name', value: 'new' });
const addItem = (map: SourceMap): TreeChange => ({ type: 'addItems', map, key: 'list', items: ['b'] });

describe('a change of what is shared', () => {
  it('is refused without a choice', () => {
    expect(change('a: {name: &n old}\nb: {name: *n}\n', ['b'], setName, null)).toBe('ALIASED');
  });

  it('is for all who refer to it, or for this place alone', () => {
    const text = 'a:\n  name: &n old # first\nb:\n  name: *n # second\n';
    expect(change(text, ['b'], setName, 'everywhere')).toBe('a:\n  name: &n new # first\nb:\n  name: *n # second\n');
    expect(change(text, ['b'], setName, 'here')).toBe('a:\n  name: &n old # first\nb:\n  name: new # second\n');
    expect(change(text, ['a'], setName, 'everywhere')).toBe('a:\n  name: &n new # first\nb:\n  name: *n # second\n');
    // Who refers to it keeps what it was.
    expect(change(text, ['a'], setName, 'here')).toBe('a:\n  name: &n new # first\nb:\n  name: old # second\n');
  });

  it('writes a shared list out, nested as the file has it', () => {
    const text = 'a:\n  list: &l\n    - a\nb:\n  list: *l\nc: *l\n';
    expect(change(text, ['b'], addItem, 'everywhere')).toBe(
      'a:\n  list: &l\n    - a\n    - b\nb:\n  list: *l\nc: *l\n',
    );
    expect(change(text, ['b'], addItem, 'here')).toBe(
      'a:\n  list: &l\n    - a\nb:\n  list:\n    - a\n    - b\nc: *l\n',
    );
    expect(change(text, ['a'], addItem, 'here')).toBe(
      'a:\n  list: &l\n    - a\n    - b\nb:\n  list:\n    - a\nc:\n  - a\n',
    );
  });

  it('follows merge keys', () => {
    const text = 'base: &base\n  list: [a]\n  other: true\nb:\n  <<: *base\n';
    expect(change(text, ['b'], addItem, 'everywhere')).toBe(
      'base: &base\n  list: [a, b]\n  other: true\nb:\n  <<: *base\n',
    );
    expect(change(text, ['b'], addItem, 'here')).toBe(
      'base: &base\n  list: [a]\n  other: true\nb:\n  <<: *base\n  list:\n    - a\n    - b\n',
    );
  });

  it('reaches into what an alias stands for', () => {
    const text = 'a: &a\n  inner:\n    name: old\nb: *a\n';
    expect(change(text, ['b', 'inner'], setName, 'everywhere')).toBe('a: &a\n  inner:\n    name: new\nb: *a\n');
    expect(change(text, ['b', 'inner'], setName, 'here')).toBe(
      'a: &a\n  inner:\n    name: old\nb:\n  inner:\n    name: new\n',
    );
  });

  it('does not write out without measure', () => {
    const text = `l: &l [${'a, '.repeat(600)}a]\nm: &m [*l, *l, *l, *l]\nb:\n  list: *m\n`;
    expect(change(text, ['b'], addItem, 'here')).toBe('ALIASED');
  });
});

it('finds the route to a node as written', () => {
  const { root } = parseManifests([{ path: toFilePath('a.yaml'), text: 'a:\n- b: {c: 1}\n' }]).files[0]!.documents[0]!;
  expect(findRoute(root!, follow(root!, ['a', 0, 'b']))).toEqual(['a', 0, 'b']);
});
