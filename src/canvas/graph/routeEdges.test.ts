import { describe, expect, it } from 'vitest';
import type { Box } from './Box.ts';
import { touches } from './Box.ts';
import { labelSize } from './edgeLabel.ts';
import { routeEdges } from './routeEdges.ts';
import type { DrawnEdge } from './VisibleGraph.ts';

const edge = (from: string, to: string): DrawnEdge => ({
  id: `${from}>${to}`,
  from,
  to,
  verdict: 'rule',
  ports: '8080',
  partial: false,
  flows: [0],
  pair: { from, to },
});

/** A grid of cards, three wide. */
const cards = new Map<string, Box>(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((id, at) => [
    id,
    { x: (at % 3) * 320, y: Math.floor(at / 3) * 130, width: 216, height: 64 },
  ]),
);
const route = (edges: readonly DrawnEdge[]) =>
  routeEdges(edges, cards, { solid: [...cards.values()], headers: [], remembered: null }).byEdge;
const startOf = (path: string): number[] => path.slice(1).split('C')[0]!.split(' ').map(Number);

describe('routeEdges', () => {
  it('gives every edge between placed items a line and leaves out the others', () => {
    expect([...route([edge('a', 'b'), edge('a', 'nowhere'), edge('c', 'c')]).keys()]).toEqual(['a>b', 'c>c']);
  });

  it('leads to the right where the target stands right', () => {
    expect(startOf(route([edge('a', 'b')]).get('a>b')!.path)).toEqual([216, 32]);
  });

  it('keeps the two directions of a pair apart', () => {
    const routes = route([edge('a', 'b'), edge('b', 'a')]);
    expect(startOf(routes.get('a>b')!.path)).not.toEqual([216, 32]);
    const head = routes.get('b>a')!.head;
    expect(head.startsWith(`M216 ${startOf(routes.get('a>b')!.path)[1]}`)).toBe(false);
  });

  it('goes around a card between two others', () => {
    const [x] = startOf(route([edge('a', 'c')]).get('a>c')!.path);
    expect(x).not.toBe(216);
  });

  it('lets no label cover a card or another label', () => {
    const ids = [...cards.keys()];
    const edges = ids.flatMap((from, at) => [edge(from, ids[(at * 4 + 1) % 9]!), edge(from, ids[(at + 5) % 9]!)]);
    const labels: Box[] = [];
    for (const [id, { label, crowded }] of route(edges)) {
      if (crowded) continue;
      const { width, height } = labelSize(edges.find((candidate) => candidate.id === id)!);
      const box = { x: label.x - width / 2, y: label.y - height / 2, width, height };
      expect([...cards.values(), ...labels].filter((other) => touches(box, other))).toEqual([]);
      labels.push(box);
    }
    expect(labels.length).toBeGreaterThan(edges.length / 2);
  });
});
