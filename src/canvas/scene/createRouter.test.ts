import { describe, expect, it } from 'vitest';
import { touches, type Box } from '../graph/Box.ts';
import type { Obstacles } from '../graph/chooseSides.ts';
import { pointOn, type Route } from '../graph/Route.ts';
import type { DrawnEdge } from '../graph/VisibleGraph.ts';
import { createTakenPlaces } from '../graph/placeLabel.ts';
import { createLabelPlacer } from '../paint/createLabelPlacer.ts';
import type { PaintedEdge } from '../paint/paintEdges.ts';
import type { Scene } from './createScene.ts';
import { createRouter } from './createRouter.ts';

const edge = (from: string, to: string): DrawnEdge => ({
  id: `${from}>${to}`,
  from,
  to,
  verdict: 'rule',
  ports: '8080',
  partial: false,
  doubt: false,
  change: null,
  count: 1,
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
const find: Obstacles['solid'] = (area) => [...cards.values()].filter((card) => touches(card, area));
const obstacles: Obstacles = { solid: find, headers: () => [] };

const routeAll = (edges: readonly DrawnEdge[]): ReadonlyMap<string, Route> => {
  const router = createRouter(edges, cards, { obstacles, memory: new Map() });
  return new Map(
    edges.flatMap(({ id }, at) => {
      const route = router.routeOf(at);
      return route === null ? [] : [[id, route] as const];
    }),
  );
};
const startOf = (route: Route | undefined): number[] => [route!.curve.start.x, route!.curve.start.y];

describe('createRouter', () => {
  it('gives every edge between placed items a way and leaves out the others', () => {
    expect([...routeAll([edge('a', 'b'), edge('a', 'nowhere'), edge('c', 'c')]).keys()]).toEqual(['a>b', 'c>c']);
  });

  it('leads to the right where the target stands right', () => {
    expect(startOf(routeAll([edge('a', 'b')]).get('a>b'))).toEqual([216, 32]);
  });

  it('keeps the two directions of a pair apart', () => {
    const routes = routeAll([edge('a', 'b'), edge('b', 'a')]);
    const [there, back] = [routes.get('a>b')!, routes.get('b>a')!];
    expect(there.curve.start.y).not.toBe(32);
    expect(back.tip.y).not.toBe(there.curve.start.y);
  });

  it('goes around a card between two others', () => {
    const route = routeAll([edge('a', 'c')]).get('a>c')!;
    const middle = { x: 320, y: 0, width: 216, height: 64 };
    for (let t = 0; t <= 1; t += 0.05) {
      const { x, y } = pointOn(route.curve, t);
      expect(touches({ x, y, width: 0.1, height: 0.1 }, middle)).toBe(false);
    }
  });

  it('finds the same way for a line whether others were asked for before or not', () => {
    const edges = [edge('a', 'e'), edge('b', 'e'), edge('c', 'e'), edge('e', 'i')];
    const all = routeAll(edges);
    const router = createRouter(edges, cards, { obstacles, memory: new Map() });
    expect(router.hasRoute(3)).toBe(false);
    expect(router.routeOf(3)).toEqual(all.get('e>i'));
    expect(router.hasRoute(3)).toBe(true);
  });
});

describe('createLabelPlacer', () => {
  it('lets no label cover a card or another label', () => {
    const ids = [...cards.keys()];
    const edges = ids.flatMap((from, at) => [edge(from, ids[(at * 4 + 1) % 9]!), edge(from, ids[(at + 5) % 9]!)]);
    const scene = { solid: find, headers: () => [], reaches: () => [] } as unknown as Scene;
    for (const scale of [1, 1.75]) {
      const placer = createLabelPlacer(scene, scale);
      const labels: Box[] = [];
      const routes = routeAll(edges);
      edges.forEach((one, at) => {
        const route = routes.get(one.id);
        if (route === undefined) return;
        const placed = placer.place({ at, edge: one, route } as PaintedEdge);
        if (placed === null) return;
        expect([...cards.values(), ...labels].filter((other) => touches(placed.box, other))).toEqual([]);
        labels.push(placed.box);
      });
      expect(labels.length).toBeGreaterThan(edges.length / 3);
    }
  });

  it('lets what is pointed at stand on a card, and not on another label', () => {
    const edges = [...cards.keys()].filter((id) => id !== 'e').map((id) => edge('e', id));
    const scene = { solid: find, headers: () => [], reaches: () => [] } as unknown as Scene;
    const routes = routeAll(edges);
    const view = { x: -1000, y: -1000, width: 4000, height: 4000 };
    const placer = createLabelPlacer(scene, 4);
    const labels = createTakenPlaces(80);
    const written: Box[] = [];
    for (const one of edges) {
      const placed = placer.force({ edge: one, route: routes.get(one.id)! }, { view, labels, isFree: () => true });
      if (placed === null) continue;
      expect(written.filter((other) => touches(placed.box, other))).toEqual([]);
      written.push(placed.box);
      labels.take(placed.box);
    }
    expect(written.length).toBeGreaterThan(0);
    expect(
      placer.force(
        { edge: edges[0]!, route: routes.get(edges[0]!.id)! },
        { view: { ...view, x: 9000 }, labels, isFree: () => true },
      ),
    ).toBeNull();
  });

  it('covers other words only where there is no other place, and in short', () => {
    const one = { ...edge('a', 'h'), ports: '5432, 9187 +1' };
    const route = routeAll([one]).get(one.id)!;
    const nothing = { solid: () => [], headers: () => [], reaches: () => [] } as unknown as Scene;
    const placer = createLabelPlacer(nothing, 1);
    const view = { x: -1000, y: -1000, width: 4000, height: 4000 };
    const middle = placer.force({ edge: one, route }, { view, labels: createTakenPlaces(80), isFree: () => true })!;
    const isFree = (box: Box): boolean => !touches(box, middle.box);
    const beside = placer.force({ edge: one, route }, { view, labels: createTakenPlaces(80), isFree })!;
    expect(beside.words).toBe('5432, 9187 +1');
    expect(isFree(beside.box)).toBe(true);
    const over = placer.force({ edge: one, route }, { view, labels: createTakenPlaces(80), isFree: () => false })!;
    expect(over.words).toBe('5432 +2');
  });

  it('lets the signs of lines that arrive side by side stand apart, and beside what says how far a card reaches', () => {
    const edges = ['a', 'b', 'c', 'd', 'f'].map((id) => edge(id, 'h'));
    const routes = routeAll(edges);
    const mark: Box = { x: 320 - 60, y: 260, width: 60, height: 26 };
    const scene = { solid: find, headers: () => [], reaches: () => [mark] } as unknown as Scene;
    const placer = createLabelPlacer(scene, 1);
    const places = edges.map((one, at) => placer.placeMark({ at, route: routes.get(one.id)! }));
    const boxes = places.map(({ x, y }) => ({ x: x - 8, y: y - 8, width: 16, height: 16 }));
    for (const box of boxes) {
      expect([mark, ...boxes].filter((other) => touches(other, box))).toEqual([box]);
    }
    expect(edges.map((one, at) => placer.placeMark({ at, route: routes.get(one.id)! }))).toEqual(places);
  });
});
