import { describe, expect, it } from 'vitest';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { tcp } from '../../testing/createSnapshot.ts';
import { drawGraph, type DrawOptions } from '../../testing/drawGraph.ts';

const snapshot = createFlowSnapshot({
  workloads: { shop: ['web', 'api', 'db'], ops: ['prometheus'], dns: ['coredns'] },
  flows: [
    { from: 'shop/web', to: 'shop/api' },
    { from: 'shop/api', to: 'shop/db', ports: tcp(5432) },
    { from: 'ops/prometheus', to: 'shop/api', ports: tcp(9090) },
    { from: 'shop/web', to: 'dns/coredns', ports: tcp(53) },
    { from: 'shop/api', to: 'dns/coredns', ports: tcp(53) },
  ],
});
const draw = (options: DrawOptions) => drawGraph(snapshot, options).graph;
const short = (id: string): string => id.replace('/Deployment/', '/');
const lines = (options: DrawOptions): string[] =>
  draw(options)
    .edges.map(({ from, to }) => `${short(from)} → ${short(to)}`)
    .sort();
const cards = (options: DrawOptions): string[] =>
  [...draw(options).items.values()].flatMap((item) => (item.type === 'card' ? [short(item.id)] : [])).sort();

describe('a filter of the canvas', () => {
  it('keeps the workloads it names, their flows and the neighbours at the other ends', () => {
    expect(cards({ filter: { namespaces: ['ops'] } })).toEqual(['ops/prometheus', 'shop/api']);
    expect(lines({ filter: { namespaces: ['ops'] } })).toEqual(['ops/prometheus → shop/api']);
    expect(lines({ filter: { labels: 'app=db' } })).toEqual(['shop/api → shop/db']);
  });

  it('knows the direction as seen from the workloads it names', () => {
    expect(lines({ filter: { labels: 'app=api', direction: 'out' } })).toEqual([
      'shop/api → dns/coredns',
      'shop/api → shop/db',
    ]);
    expect(lines({ filter: { labels: 'app=api', direction: 'in' } })).toEqual([
      'ops/prometheus → shop/api',
      'shop/web → shop/api',
    ]);
  });

  it('keeps flows on a port, or in a range of ports, and their ends', () => {
    expect(cards({ filter: { ports: '5432' } })).toEqual(['shop/api', 'shop/db']);
    expect(lines({ filter: { ports: '5000-9100' } })).toEqual([
      'ops/prometheus → shop/api',
      'shop/api → shop/db',
      'shop/web → shop/api',
    ]);
    expect(lines({ filter: { protocols: ['UDP'] } })).toEqual([]);
  });

  it('says in numbers what it leaves out', () => {
    expect(draw({ filter: { ports: '5432' } }).leftOut).toMatchObject({ filteredFlows: 4, filteredNodes: 3 });
  });
});

describe('what is hidden on the canvas', () => {
  it('takes a node and its flows away, and counts them', () => {
    const hidden = { nodes: ['shop/Deployment/api'] };
    expect(cards({ hidden })).not.toContain('shop/api');
    expect(lines({ hidden })).toEqual(['shop/web → dns/coredns']);
    expect(draw({ hidden }).leftOut.hiddenFlows).toBe(4);
  });

  it('takes a whole namespace away', () => {
    expect(cards({ hidden: { nodes: ['namespace:shop'] } })).toEqual(['dns/coredns', 'ops/prometheus']);
  });

  it('takes a class of noise away, and the workloads stay', () => {
    expect(lines({ hidden: { noise: ['dns'] } })).toEqual([
      'ops/prometheus → shop/api',
      'shop/api → shop/db',
      'shop/web → shop/api',
    ]);
    expect(cards({ hidden: { noise: ['dns', 'monitoring'] } })).toHaveLength(5);
    expect(draw({ hidden: { noise: ['dns', 'monitoring'] } }).leftOut.noise).toEqual({ dns: 2, monitoring: 1 });
  });
});
