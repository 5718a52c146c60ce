import { describe, expect, it } from 'vitest';
import { createFlowIndex } from '../../engine/index.ts';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { listAxis, openedByDefault } from './listAxis.ts';
import { formatUnit, listUnits } from './MatrixUnits.ts';
import { orderUnits } from './orderUnits.ts';

const closed = { ingress: 'closed', egress: 'closed' } as const;
const isolated = { ingress: 'isolated', egress: 'isolated' } as const;
const snapshot = createFlowSnapshot({
  workloads: { shop: ['web-10', 'web-9', 'vault'], ops: ['monitor'] },
  externals: ['10.0.0.0/8', '0.0.0.0/0'],
  more: { 'shop/vault': closed, 'shop/web-9': isolated, 'shop/web-10': isolated, 'ops/monitor': isolated },
  flows: [
    { from: 'ops/monitor', to: 'shop/web-10' },
    { from: 'ops/monitor', to: 'shop/web-9' },
  ],
});
const units = listUnits(snapshot);
const index = createFlowIndex(snapshot);
const namesIn = (order: Parameters<typeof orderUnits>[2]) =>
  orderUnits(index, units, order).nodes.map((node) => formatUnit(units, node));

describe('the order of the matrix', () => {
  it('is by name as people count, addresses outside last and in their own order', () => {
    expect(namesIn('name')).toEqual([
      'ops/monitor',
      'shop/vault',
      'shop/web-9',
      'shop/web-10',
      '10.0.0.0/8',
      '0.0.0.0/0',
    ]);
  });

  it('puts many flows first', () => {
    expect(namesIn('flows').slice(0, 4)).toEqual(['ops/monitor', 'shop/web-9', 'shop/web-10', 'shop/vault']);
  });

  it('puts what is closed first', () => {
    expect(namesIn('isolation')[0]).toBe('shop/vault');
  });

  it('puts what is reached alike side by side', () => {
    const names = namesIn('similarity');
    expect(Math.abs(names.indexOf('shop/web-9') - names.indexOf('shop/web-10'))).toBe(1);
    expect(names.toSorted()).toEqual(namesIn('name').toSorted());
  });

  it('shows groups, and the nodes of those that are open', () => {
    const order = orderUnits(index, units, 'name');
    const names = (opened: readonly string[], grouped = true) =>
      listAxis(units, order, { opened: new Set(opened), grouped }).map(({ unit }) => formatUnit(units, unit));
    expect(names([])).toEqual(['ops', 'shop', 'Outside the cluster']);
    expect(names(['ops'])).toEqual(['ops', 'ops/monitor', 'shop', 'Outside the cluster']);
    expect(names([], false)).toEqual(namesIn('name'));
    expect(openedByDefault(units)).toEqual(['shop', 'ops']);
  });
});
