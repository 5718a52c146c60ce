import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateLayoutRequest, type LayoutSketch } from '../testing/layout/generateLayoutRequest.ts';
import { listOverlaps, measureAspect, measureLayout } from '../testing/layout/measureLayout.ts';
import { toBox } from './Box.ts';
import { computeLayout } from './computeLayout.ts';
import type { Box, LayoutNode, LayoutRequest, Point } from './Layout.ts';

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

/** For a machine that has much else to do. */
const patience = { timeout: 60_000 };

type Edit = { readonly what: 'add' | 'remove' | 'shrink' | 'join' | 'part' | 'found'; readonly at: number };
const edits: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('add', 'remove', 'shrink', 'join', 'part', 'found'),
  at: fc.nat(),
});

/** A workload comes, goes or gets a shorter name; a flow comes or goes; a namespace comes with two workloads. */
function applyEdit(graph: LayoutRequest, { what, at }: Edit): LayoutRequest {
  const { nodes, groups, edges } = graph;
  const pick = <T>(list: readonly T[]): T | undefined => list[at % Math.max(1, list.length)];
  const [one, other] = [pick(nodes), nodes[(at * 7 + 1) % Math.max(1, nodes.length)]];
  const join = (id: string): LayoutRequest['edges'] =>
    one === undefined ? edges : [...edges, { from: one.id, to: id }];
  const name = `new${at}-${nodes.length}`;
  if (nodes.some(({ id }) => id.startsWith(name)) || groups.some(({ id }) => id === name)) return graph;
  if (what === 'add') return { ...graph, nodes: [...nodes, node(name, pick(groups)?.id ?? null)], edges: join(name) };
  if (what === 'remove') return { ...graph, nodes: nodes.filter((item) => item !== one) };
  if (what === 'shrink')
    return { ...graph, nodes: nodes.map((item) => (item === one ? { ...item, width: 150 } : item)) };
  if (what === 'join') return other === undefined ? graph : { ...graph, edges: join(other.id) };
  if (what === 'part') return { ...graph, edges: edges.filter((edge) => edge !== pick(edges)) };
  const both = [node(`${name}a`, name), node(`${name}b`, name)];
  return { ...graph, nodes: [...nodes, ...both], groups: [...groups, { id: name }], edges: join(`${name}b`) };
}

const extremes: readonly { readonly name: string; readonly sketch: LayoutSketch }[] = [
  { name: '50 namespaces of 10', sketch: { namespaces: 50, workloads: 10, edges: 2000 } },
  { name: 'flows without a direction', sketch: { namespaces: 30, workloads: 6, edges: 500, pattern: 'random' } },
  { name: 'one namespace with 3,000 workloads', sketch: { namespaces: 1, workloads: 3000, edges: 6000 } },
  { name: '3,000 workloads without a flow', sketch: { namespaces: 1, workloads: 3000, edges: 0 } },
  { name: '2,000 namespaces with one each', sketch: { namespaces: 2000, workloads: 1, edges: 3000 } },
  { name: 'three workloads', sketch: { namespaces: 1, workloads: 3, edges: 2 } },
  { name: 'namespaces without workloads', sketch: { namespaces: 20, workloads: 5, edges: 80, empty: 50 } },
  { name: 'nothing but namespaces', sketch: { namespaces: 0, workloads: 0, edges: 0, empty: 40 } },
  { name: 'many external ranges', sketch: { namespaces: 20, workloads: 5, edges: 80, externals: 600 } },
  {
    name: 'cards of very different sizes',
    sketch: {
      namespaces: 12,
      workloads: 9,
      edges: 150,
      sizeOf: (at) => ({ width: at % 7 === 0 ? 1700 : 216, height: 64 + (at % 5) * 40 }),
    },
  },
];

describe('computeLayout', () => {
  it('lets nothing overlap and keeps nodes inside their frames', patience, () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const result = computeLayout(graph);
        expect(listOverlaps(graph, result)).toEqual([]);
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

  it('moves nothing that has a place, and lets newcomers overlap nothing', patience, () => {
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
        expect(listOverlaps(graph, second)).toEqual([]);
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

  it.each(extremes)('draws $name without overlaps and in the shape of a screen', patience, ({ sketch }) => {
    const graph = generateLayoutRequest(sketch);
    const result = computeLayout(graph);
    expect(listOverlaps(graph, result)).toEqual([]);
    expect(measureAspect(graph, result)).toBeGreaterThan(0.9);
    expect(measureAspect(graph, result)).toBeLessThan(2.8);
    expect(Object.keys(result.nodes)).toHaveLength(graph.nodes.length);
    expect(Object.keys(result.groups)).toHaveLength(graph.groups.length);
  });

  it('leads most flows to the right and keeps lines short where the graph has a direction', () => {
    const graph = generateLayoutRequest({ namespaces: 20, workloads: 8, edges: 240 });
    const { rightwards, used, length } = measureLayout(graph, computeLayout(graph));
    expect(rightwards).toBeGreaterThan(0.85);
    expect(used).toBeGreaterThan(0.2);
    expect(length).toBeLessThan(1200);
  });

  it('aligns the cards of a frame in columns and rows', () => {
    const graph = generateLayoutRequest({ namespaces: 1, workloads: 40, edges: 60 });
    const places = Object.values(computeLayout(graph).nodes);
    expect(new Set(places.map(({ x }) => x)).size).toBeLessThanOrEqual(10);
    expect(new Set(places.map(({ y }) => y)).size).toBeLessThanOrEqual(12);
  });

  it('finds room inside the frame of 3,000 workloads for one more', patience, () => {
    const graph = generateLayoutRequest({ namespaces: 1, workloads: 3000, edges: 3000 });
    const { id } = graph.nodes[1234]!;
    const first = computeLayout({ ...graph, nodes: graph.nodes.filter((item) => item.id !== id) });
    const second = computeLayout({ ...graph, fixed: { ...first.nodes, ...first.groups }, frames: first.groups });
    expect(listOverlaps(graph, second)).toEqual([]);
    expect(contains(second.groups['g0']!, toBox(second.nodes[id]!, card))).toBe(true);
  });

  it('moves nothing by 1 px through any sequence of edits', patience, () => {
    fc.assert(
      fc.property(graphs, fc.array(edits, { minLength: 1, maxLength: 8 }), (graph, sequence) => {
        let current = graph;
        let shown = computeLayout(current);
        for (const edit of sequence) {
          const before = current;
          current = applyEdit(current, edit);
          const kept = new Set(current.nodes.map(({ id }) => id));
          const fixed: Record<string, Point> = { ...shown.groups };
          for (const [id, place] of Object.entries(shown.nodes)) if (kept.has(id)) fixed[id] = place;
          const next = computeLayout({ ...current, fixed, frames: shown.groups });
          for (const { id } of before.nodes) if (kept.has(id)) expect(next.nodes[id]).toEqual(shown.nodes[id]);
          expect(listOverlaps(current, next)).toEqual([]);
          shown = next;
        }
        // "Tidy" knows nothing of what was before.
        const anew = { nodes: [...current.nodes], groups: [...current.groups], edges: [...current.edges], fixed: {} };
        expect(computeLayout({ ...current, fixed: {} })).toEqual(computeLayout(anew));
      }),
      { ...runs, numRuns: 40 },
    );
  });

  it('leaves a dragged node where it was put, wherever that is', patience, () => {
    fc.assert(
      fc.property(graphs, fc.nat(), fc.integer({ min: -3000, max: 3000 }), (graph, pick, by) => {
        const dragged = graph.nodes[pick % Math.max(1, graph.nodes.length)];
        if (dragged === undefined) return;
        const { nodes, groups } = computeLayout(graph);
        const fixed = { ...nodes, ...groups, [dragged.id]: { x: by, y: -by } };
        expect(computeLayout({ ...graph, fixed, frames: groups }).nodes[dragged.id]).toEqual({ x: by, y: -by });
      }),
      runs,
    );
  });

  it('stays out of the way of the frames around it when its own has no room, rather than moving them', () => {
    const groups = Array.from({ length: 9 }, (_, at) => ({ id: `g${at}` }));
    const nodes = groups.map(({ id }) => node(`${id}-a`, id));
    const fixed: Record<string, Point> = {};
    groups.forEach(({ id }, at) => (fixed[`${id}-a`] = { x: (at % 3) * 270, y: Math.floor(at / 3) * 140 }));
    const graph = request({ nodes: [...nodes, node('new', 'g4')], groups, fixed });
    const result = computeLayout(graph);
    expect(listOverlaps(graph, result)).toEqual([]);
    for (const { id } of nodes) expect(result.nodes[id]).toEqual(fixed[id]);
  });
});
