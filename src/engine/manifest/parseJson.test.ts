import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { forgetEntries } from './LazyJson.ts';
import { parseJson, toJson } from './parseJson.ts';
import { shiftNode } from './shiftNode.ts';
import type { SourceNode } from './SourceNode.ts';
import { maxDepth } from './toSourceNode.ts';

const keys = fc.oneof(
  fc.constantFrom('annotations', 'env', 'volumes', 'conditions', 'resources', 'metadata', 'spec', '"', '\\', 'é{['),
  fc.string({ maxLength: 4 }),
);

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('"}', '\\"]', '{"a":[', '\\\\'),
      fc.double(),
    ),
    fc.constantFrom(null, true, false, 0, -1.5e9),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
  ),
})).value;

const readAll = (text: string) => parseJson(toJson(text), 0, Infinity);
const readLazily = (text: string) => parseJson(toJson(text), 0, 0);

/** Plain, with every part read. */
const unfold = (node: SourceNode): unknown => {
  if (node.type === 'map') {
    const { type, flow, range, entries } = node;
    return {
      type,
      flow,
      range,
      entries: entries.map((entry) => ({ range: entry.range, key: unfold(entry.key), value: unfold(entry.value) })),
    };
  }
  if (node.type !== 'seq') return { ...node, range: node.range };
  const { type, flow, range, items } = node;
  return { type, flow, range, items: items.map(unfold) };
};

const unfolded = (result: ReturnType<typeof parseJson>): unknown =>
  result.ok
    ? { root: unfold(result.root), issues: result.issues.toSorted((a, b) => a.range.start - b.range.start) }
    : result;

describe('JSON that is read on demand', () => {
  it('has the nodes and places of JSON that is read at once', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(undefined, 1, '\t', ' \r\n'), (value, space) => {
        const text = JSON.stringify({ annotations: value, items: [value] }, null, space);
        expect(unfolded(readLazily(text))).toEqual(unfolded(readAll(text)));
      }),
    );
  });

  it('finds the same fault at the same place in what is no JSON', () => {
    const damage = fc.tuple(
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.constantFrom('', ',', '"', ':', '}', ']', '\\', '01', '\u0001', '+1', 'nul'),
    );
    fc.assert(
      fc.property(values, damage, (value, [offset, removed, inserted]) => {
        const spec = { env: [value], other: value };
        const sound = JSON.stringify({ annotations: value, items: [{ spec }], spec }, null, 1);
        const at = offset % sound.length;
        const text = sound.slice(0, at) + inserted + sound.slice(at + removed);
        expect(unfolded(readLazily(text))).toEqual(unfolded(readAll(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('does so for clusters', () => {
    fc.assert(
      fc.property(clusterArbitrary, (cluster) => {
        const text = JSON.stringify(cluster, null, 2);
        expect(unfolded(readLazily(text))).toEqual(unfolded(readAll(text)));
      }),
      { numRuns: 30 },
    );
  });

  it('is broken where JSON that is read at once is broken', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.constantFrom('', '"', '}', ']', ',', '\\', '\n', 'x'), (value, place, put) => {
        const good = JSON.stringify({ annotations: { env: value } });
        const at = place % good.length;
        const text = good.slice(0, at) + put + good.slice(at + 1);
        expect(unfolded(readLazily(text))).toEqual(unfolded(readAll(text)));
      }),
    );
  });

  it('is no deeper than what is read at once', () => {
    const nest = (levels: number): string => `{"env":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    for (const levels of [maxDepth - 1, maxDepth, maxDepth + 1, maxDepth + 2]) {
      expect(unfolded(readLazily(nest(levels)))).toEqual(unfolded(readAll(nest(levels))));
      const filled = nest(levels).replace('[]', '[1]');
      expect(unfolded(readLazily(filled))).toEqual(unfolded(readAll(filled)));
    }
  });

  it('is the same when it is read once more after it was let go', () => {
    fc.assert(
      fc.property(values, (value) => {
        const spec = { env: [value], volumes: { value }, other: value };
        const result = readLazily(JSON.stringify({ items: [{ spec }, value, [spec]] }, null, 1));
        const before = unfolded(result);
        const items = result.ok && result.root.type === 'map' ? result.root.entries[0]!.value : null;
        if (items?.type !== 'seq') throw new Error('it has items');
        items.items.forEach(forgetEntries);
        expect(unfolded({ ...result, issues: [] } as typeof result)).toEqual({ ...(before as object), issues: [] });
      }),
    );
  });

  it('has its places in the file that it stands in', () => {
    const text = '{"items":[{"a":1}],"env":{"é":[null]}}';
    const shifted = parseJson(toJson(text, 7), 0, 0);
    const atStart = readAll(text);
    if (!shifted.ok || !atStart.ok) throw new Error('it is JSON');
    expect(unfold(shifted.root)).toEqual(unfold(shiftNode(atStart.root, 7)));
    expect(parseJson(toJson('[1,]', 7), 0)).toEqual({ ok: false, at: 10 });
  });

  it('tells of keys written twice when they are read', () => {
    const result = readLazily('{"annotations":{"a":1,"a":2}}');
    if (!result.ok) throw new Error('it is JSON');
    expect(result.issues).toEqual([]);
    unfold(result.root);
    expect(result.issues).toMatchObject([{ code: 'DUPLICATE_KEY', range: { start: 22, end: 25 } }]);
  });

  it('tells of keys written twice in maps short and long', () => {
    const entries = Array.from({ length: 40 }, (_, index) => `"k${index}":0`);
    for (const count of [2, 12, 13, 14, 40]) {
      const result = readAll(`{${entries.slice(0, count).join(',')},"k0":1,"k${count - 1}":1}`);
      expect(result.ok && result.issues.map(({ args }) => args.key)).toEqual(['k0', `k${count - 1}`]);
    }
  });
});
