import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areNear, toBox } from './Box.ts';
import { computeLayout } from './computeLayout.ts';
import type { Box, LayoutNode, LayoutRequest, LayoutResult, Point } from './Layout.ts';

const card = { width: 216, height: 64 };
const node = (id: string, group: string | null, rim: 'left' | 'right' | null = null): LayoutNode => ({
  id,
  group,
  rim,
  ...card,
});
const request = (parts: Partial<LayoutRequest>): LayoutRequest => ({
  nodes: [],
  groups: [],
  edges: [],
  fixed: {},
  ...parts,
});

/** Pairs of things that may not touch: nodes with nodes, frames with frames, frames with nodes of others. */
function overlapsOf({ nodes }: LayoutRequest, result: LayoutResult): string[] {
  const boxes = nodes.map((item) => ({ item, box: toBox(result.nodes[item.id]!, item) }));
  const frames = Object.entries(result.groups);
  const found: string[] = [];
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) if (areNear(a.box, b.box, 0)) found.push(`${a.item.id} on ${b.item.id}`);
    for (const [id, frame] of frames) {
      if (a.item.group !== id && areNear(a.box, frame, 0)) found.push(`${a.item.id} on frame ${id}`);
    }
  });
  frames.forEach(([id, frame], at) => {
    for (const [other, box] of frames.slice(at + 1)) if (areNear(frame, box, 0)) found.push(`frame ${id} on ${other}`);
  });
  return found;
}

const contains = (frame: Box, box: Box): boolean =>
  frame.x <= box.x &&
  frame.y <= box.y &&
  frame.x + frame.width >= box.x + box.width &&
  frame.y + frame.height >= box.y + box.height;

const graphs = fc
  .record({
    groups: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 7 }),
    free: fc.integer({ min: 0, max: 4 }),
    rim: fc.array(fc.constantFrom('left' as const, 'right' as const), { maxLength: 5 }),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
  })
  .map(({ groups, free, rim, pairs }) => {
    const nodes = [
      ...groups.flatMap((size, group) => Array.from({ length: size }, (_, at) => node(`n${group}-${at}`, `g${group}`))),
      ...Array.from({ length: free }, (_, at) => node(`free${at}`, null)),
      ...rim.map((side, at) => node(`rim${at}`, null, side)),
    ];
    const pick = (at: number): string => nodes[at % Math.max(1, nodes.length)]?.id ?? 'none';
    return request({
      nodes,
      groups: groups.map((_, group) => ({ id: `g${group}` })),
      edges: pairs.map(([from, to]) => ({ from: pick(from), to: pick(to) })),
    });
  });
const runs = { numRuns: 60, seed: 20 };

describe('computeLayout', () => {
  it('lets nothing overlap and keeps nodes inside their frames', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const result = computeLayout(graph);
        expect(overlapsOf(graph, result)).toEqual([]);
        for (const item of graph.nodes) {
          if (item.group === null) continue;
          expect(contains(result.groups[item.group]!, toBox(result.nodes[item.id]!, item))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('gives the same picture for the same request', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(computeLayout(graph)).toEqual(computeLayout(graph));
      }),
      { ...runs, numRuns: 15 },
    );
  });

  it('moves nothing that has a place, and lets newcomers overlap nothing', () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (graph, keep) => {
        const before = request({ ...graph, nodes: graph.nodes.filter((_, at) => keep[at % keep.length]) });
        const first = computeLayout(before);
        const fixed: Record<string, Point> = { ...first.nodes, ...first.groups };
        const second = computeLayout({ ...graph, fixed, frames: first.groups });
        for (const { id } of before.nodes) expect(second.nodes[id]).toEqual(first.nodes[id]);
        for (const [id, frame] of Object.entries(first.groups)) {
          expect(contains(second.groups[id]!, frame)).toBe(true);
        }
        expect(overlapsOf(graph, second)).toEqual([]);
        // A third time with everything fixed changes nothing at all.
        const all = { ...graph, fixed: { ...second.nodes, ...second.groups }, frames: second.groups };
        expect(computeLayout(all)).toEqual(second);
      }),
      runs,
    );
  });

  it('draws a chain from left to right', () => {
    const graph = request({
      nodes: ['db', 'api', 'web'].map((id) => node(id, 'shop')),
      groups: [{ id: 'shop' }],
      edges: [
        { from: 'web', to: 'api' },
        { from: 'api', to: 'db' },
      ],
    });
    const { nodes } = computeLayout(graph);
    expect(nodes['web']!.x).toBeLessThan(nodes['api']!.x);
    expect(nodes['api']!.x).toBeLessThan(nodes['db']!.x);
  });

  it('places external sources left and external destinations right of everything', () => {
    const { nodes, groups } = computeLayout(
      request({
        nodes: [node('web', 'shop'), node('in', null, 'left'), node('out', null, 'right')],
        groups: [{ id: 'shop' }],
        edges: [
          { from: 'in', to: 'web' },
          { from: 'web', to: 'out' },
        ],
      }),
    );
    expect(nodes['in']!.x + card.width).toBeLessThan(groups['shop']!.x);
    expect(nodes['out']!.x).toBeGreaterThan(groups['shop']!.x + groups['shop']!.width);
  });

  it('comes near a screen in shape for many namespaces', () => {
    const graph = generated({ groups: 50, size: 10, edges: 2000 });
    const { groups } = computeLayout(graph);
    const right = Math.max(...Object.values(groups).map((box) => box.x + box.width));
    const bottom = Math.max(...Object.values(groups).map((box) => box.y + box.height));
    expect(right / bottom).toBeGreaterThan(1);
    expect(right / bottom).toBeLessThan(2.6);
  });

  it('stays out of the way of the frames around it when its own has no room, rather than moving them', () => {
    const groups = Array.from({ length: 9 }, (_, at) => ({ id: `g${at}` }));
    const nodes = groups.map(({ id }) => node(`${id}-a`, id));
    const fixed: Record<string, Point> = {};
    groups.forEach(({ id }, at) => (fixed[`${id}-a`] = { x: (at % 3) * 270, y: Math.floor(at / 3) * 140 }));
    const graph = request({ nodes: [...nodes, node('new', 'g4')], groups, fixed });
    const result = computeLayout(graph);
    expect(overlapsOf(graph, result)).toEqual([]);
    for (const { id } of nodes) expect(result.nodes[id]).toEqual(fixed[id]);
  });
});

function generated({ groups, size, edges }: { groups: number; size: number; edges: number }): LayoutRequest {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  const nodes = Array.from({ length: groups * size }, (_, at) => node(`n${at}`, `g${Math.floor(at / size)}`));
  return request({
    nodes,
    groups: Array.from({ length: groups }, (_, at) => ({ id: `g${at}` })),
    edges: Array.from({ length: edges }, (_, at) => {
      const from = next(nodes.length);
      const near = Math.floor(from / size) * size + next(size);
      return { from: `n${from}`, to: `n${at % 4 === 0 ? near : next(nodes.length)}` };
    }),
  });
}
