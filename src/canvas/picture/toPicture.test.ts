import { describe, expect, it } from 'vitest';
import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { tcp } from '../../testing/createSnapshot.ts';
import { drawGraph } from '../../testing/drawGraph.ts';
import { createScene } from '../scene/createScene.ts';
import { toPicture } from './toPicture.ts';

const isolated = { ingress: 'isolated', egress: 'isolated' } as const;
const snapshot = createFlowSnapshot({
  workloads: { shop: ['web', 'api'], ops: ['monitor'] },
  externals: ['Anywhere outside'],
  more: { 'shop/web': isolated, 'shop/api': isolated },
  flows: [
    { from: 'shop/web', to: 'shop/api' },
    { from: 'Anywhere outside', to: 'shop/web' },
  ],
});

function pictureOf({
  of = snapshot,
  collapsed = [],
}: { readonly of?: WorkspaceSnapshot; readonly collapsed?: readonly string[] } = {}) {
  const { graph } = drawGraph(of, { collapsed });
  const boxes = new Map([...graph.items.keys()].map((id, at) => [id, { x: at * 300, y: 0, width: 200, height: 64 }]));
  const scene = createScene(graph, boxes, { edges: graph.edges, memory: { near: new Map(), far: new Map() } });
  return { graph, picture: toPicture({ workspace: 'Shop', snapshot: of, graph, scene, isOverview: false }) };
}

describe('the picture of the map', () => {
  it('has all that is drawn, frames first', () => {
    const { graph, picture } = pictureOf();
    expect(picture.nodes.map(({ id }) => id).toSorted()).toEqual([...graph.items.keys()].toSorted());
    const firstCard = picture.nodes.findIndex(({ type }) => type !== 'frame');
    expect(picture.nodes.slice(firstCard).some(({ type }) => type === 'frame')).toBe(false);
    expect(picture.edges.map(({ from, to, label }) => [from, to, label])).toEqual(
      graph.edges.map(({ from, to }) => [from, to, '8080']),
    );
  });

  it('puts workloads into their namespaces, and shows their isolation', () => {
    const web = pictureOf().picture.nodes.find(({ name }) => name === 'web');
    expect(web).toMatchObject({ parent: 'namespace:shop', ingress: 'isolated', egress: 'isolated' });
  });

  it('says what is uncertain of what stands for many lines', () => {
    const names = ['shop/web', 'shop/api', 'shop/db'];
    const mesh = createFlowSnapshot({
      workloads: { shop: ['web', 'api', 'db'] },
      flows: names.flatMap((from) =>
        names.filter((to) => to !== from).map((to) => ({ from, to, uncertain: tcp(443) })),
      ),
    });
    expect(pictureOf({ of: mesh }).picture.nodes[0]?.lines).toContain('all reach each other on 443, uncertain');
  });

  it('has a folded namespace as one card', () => {
    const folded = pictureOf({ collapsed: ['shop'] }).picture.nodes.find(({ id }) => id === 'namespace:shop');
    expect(folded?.type).toBe('card');
    expect(folded?.lines[0]).toContain('2 workloads');
  });
});
