import { describe, expect, it } from 'vitest';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { drawGraph } from '../../testing/drawGraph.ts';
import { findByName } from './findByName.ts';
import { findNeighbour } from './findNeighbour.ts';
import type { DrawnEdge } from './VisibleGraph.ts';

const { graph } = drawGraph(createFlowSnapshot({ workloads: { shop: ['web', 'shop-db'], workshop: ['api'] } }));

describe('findByName', () => {
  it('puts names that begin with the letters first, workloads before namespaces', () => {
    expect(findByName(graph.items, 'shop').map(({ id }) => id)).toEqual([
      'shop/Deployment/shop-db',
      'namespace:shop',
      'namespace:workshop',
      'shop/Deployment/web',
      'workshop/Deployment/api',
    ]);
  });

  it('finds nothing for no letters', () => {
    expect(findByName(graph.items, ' ')).toEqual([]);
  });
});

describe('findNeighbour', () => {
  it('prefers what a flow leads to over what stands there by chance', () => {
    const box = (x: number, y: number) => ({ x, y, width: 100, height: 40 });
    const boxes = new Map([
      ['from', box(0, 0)],
      ['near', box(200, 20)],
      ['linked', box(320, 30)],
    ]);
    const edges = [{ from: 'from', to: 'linked' }] as DrawnEdge[];
    expect(findNeighbour(boxes, 'from', 'right')).toBe('near');
    expect(findNeighbour(boxes, 'from', 'right', edges)).toBe('linked');
  });
});
