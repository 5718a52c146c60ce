import { describe, expect, it } from 'vitest';
import type { LayoutResult } from '../../store/state.ts';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { createSnapshot } from '../../testing/createSnapshot.ts';
import { adoptLayout } from './adoptLayout.ts';
import { arrangeBoxes } from './arrangeBoxes.ts';
import { touches } from './Box.ts';
import { drawGraph, type DrawOptions } from '../../testing/drawGraph.ts';
import { makeRoom } from './makeRoom.ts';
import { moveCard, movePlaces } from './movePlaces.ts';
import { collapsedSize } from './sizes.ts';
import { listUnplaced, toLayoutRequest } from './toLayoutRequest.ts';

const podRange = createSnapshot().workloads[0]!.at!;
const pods = Array.from({ length: 3 }, (_, at) => ({
  id: `shop/Pod/web-${at}`,
  name: `web-${at}`,
  ips: [`10.0.0.${at}`],
  ingress: 'open' as const,
  egress: 'open' as const,
  hostNetwork: false,
  at: podRange,
}));
const snapshot = createFlowSnapshot({
  workloads: { shop: ['web', 'api'], ops: ['monitor'] },
  flows: [{ from: 'shop/web', to: 'shop/api' }],
  more: { 'shop/web': { pods } },
});
const graphWith = (options: DrawOptions = {}) => drawGraph(snapshot, options).graph;

/** web above api in shop, ops below shop. */
const positions: LayoutResult = {
  nodes: {
    'shop/Deployment/web': { x: 22, y: 46 },
    'shop/Deployment/api': { x: 22, y: 130 },
    'ops/Deployment/monitor': { x: 22, y: 306 },
  },
  groups: {
    'namespace:shop': { x: 0, y: 0, width: 260, height: 216 },
    'namespace:ops': { x: 0, y: 260, width: 260, height: 132 },
  },
};

describe('arrangeBoxes', () => {
  it('leaves everything where it is while no card is expanded', () => {
    const boxes = arrangeBoxes(graphWith().items, positions);
    expect(boxes.get('shop/Deployment/api')).toMatchObject({ x: 22, y: 130 });
    expect(boxes.get('namespace:ops')).toEqual(positions.groups['namespace:ops']);
  });

  it('makes room under an expanded card, in its frame and below the frame', () => {
    const boxes = arrangeBoxes(graphWith({ expanded: ['shop/Deployment/web'] }).items, positions);
    const web = boxes.get('shop/Deployment/web')!;
    const api = boxes.get('shop/Deployment/api')!;
    const shop = boxes.get('namespace:shop')!;
    const ops = boxes.get('namespace:ops')!;
    expect(web).toMatchObject({ x: 22, y: 46 });
    expect(api.y).toBeGreaterThan(web.y + web.height);
    expect(shop.y + shop.height).toBeGreaterThan(api.y + api.height);
    expect(ops.y).toBeGreaterThan(shop.y + shop.height);
    expect(boxes.get('ops/Deployment/monitor')!.y - ops.y).toBe(46);
  });

  it('folds a namespace into a card at the corner of its frame', () => {
    const boxes = arrangeBoxes(graphWith({ collapsed: ['ops'] }).items, positions);
    expect(boxes.get('namespace:ops')).toEqual({ x: 0, y: 260, ...collapsedSize });
  });
});

describe('toLayoutRequest', () => {
  it('fixes what has a place and asks for the rest', () => {
    const graph = graphWith();
    const { 'ops/Deployment/monitor': _, ...nodes } = positions.nodes;
    const known = { ...positions, nodes };
    expect(listUnplaced(graph, known)).toEqual(['ops/Deployment/monitor']);
    const request = toLayoutRequest(graph, known);
    expect(Object.keys(request.fixed).sort()).toEqual([
      'namespace:ops',
      'namespace:shop',
      'shop/Deployment/api',
      'shop/Deployment/web',
    ]);
    expect(request.edges).toEqual([{ from: 'shop/Deployment/web', to: 'shop/Deployment/api' }]);
  });
});

describe('adoptLayout', () => {
  it('keeps what was moved while the answer was under way', () => {
    const moved = movePlaces(positions, 'namespace:ops', { x: 500, y: 0 });
    const answer: LayoutResult = { nodes: { ...positions.nodes, new: { x: 1, y: 2 } }, groups: positions.groups };
    const result = adoptLayout(graphWith(), { asked: positions, known: moved, answer });
    expect(result.nodes).toEqual({ ...moved.nodes, new: { x: 1, y: 2 } });
    expect(result.groups).toEqual(moved.groups);
  });

  it('unfolds a namespace for the first time where its card stood', () => {
    const known: LayoutResult = { nodes: { ...positions.nodes, 'namespace:ops': { x: 40, y: 400 } }, groups: {} };
    const answer: LayoutResult = { nodes: positions.nodes, groups: positions.groups };
    const { 'ops/Deployment/monitor': _, ...nodes } = known.nodes;
    const result = adoptLayout(graphWith(), { asked: { nodes, groups: {} }, known: { nodes, groups: {} }, answer });
    expect(result.groups['namespace:ops']).toMatchObject({ x: 40, y: 400 });
    expect(result.nodes['ops/Deployment/monitor']).toEqual({ x: 62, y: 446 });
  });
});

describe('makeRoom', () => {
  it('moves aside only what an unfolded namespace would cover', () => {
    const crowded: LayoutResult = {
      nodes: { ...positions.nodes, 'ops/Deployment/monitor': { x: 22, y: 186 } },
      groups: { ...positions.groups, 'namespace:ops': { x: 0, y: 140, width: 260, height: 132 } },
    };
    const result = makeRoom(graphWith(), crowded, 'namespace:shop');
    expect(result.groups['namespace:shop']).toEqual(crowded.groups['namespace:shop']);
    expect(touches(result.groups['namespace:shop']!, result.groups['namespace:ops']!)).toBe(false);
    expect(result.groups['namespace:ops']!.x).toBe(0);
    expect(makeRoom(graphWith(), positions, 'namespace:shop')).toBe(positions);
  });
});

describe('movePlaces', () => {
  it('takes along what stands in a namespace, drawn or folded away', () => {
    const result = movePlaces(positions, 'namespace:shop', { x: 10, y: 5 });
    expect(result.nodes['shop/Deployment/web']).toEqual({ x: 32, y: 51 });
    expect(result.nodes['ops/Deployment/monitor']).toEqual(positions.nodes['ops/Deployment/monitor']);
    expect(result.groups['namespace:shop']).toMatchObject({ x: 10, y: 5 });
  });

  it('closes the frame around a card that was moved', () => {
    const result = moveCard(positions, {
      id: 'shop/Deployment/api',
      frame: 'namespace:shop',
      siblings: ['shop/Deployment/web', 'shop/Deployment/api'],
      by: { x: 300, y: -84 },
    });
    expect(result.groups['namespace:shop']).toEqual({ x: 0, y: 0, width: 560, height: 132 });
  });
});
