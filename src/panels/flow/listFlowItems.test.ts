import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findVerdict } from '../../engine/index.ts';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { tcp } from '../../testing/createSnapshot.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { evaluate } from '../../testing/evaluate.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { formatEndpoint } from '../node/Endpoint.ts';
import { listEndConditions, passesEnds } from './EndFilter.ts';
import { noFilter, type FlowFilter } from './FlowFilter.ts';
import { formatEnds } from './FlowItem.ts';
import { listFlowItems, readListedFlows } from './listFlowItems.ts';
import type { FlowSort } from './sortFlows.ts';

const isolated = { ingress: 'isolated', egress: 'isolated' } as const;
const snapshot = createFlowSnapshot({
  workloads: { shop: ['web', 'api-10', 'api-9'], ops: ['monitor'] },
  externals: ['Anywhere outside'],
  more: { 'shop/api-10': isolated, 'shop/api-9': isolated },
  flows: [
    { from: 'shop/web', to: 'shop/api-10', ports: tcp(8080) },
    { from: 'shop/web', to: 'shop/api-9', ports: tcp(443), partial: tcp(9090) },
    { from: 'ops/monitor', to: 'shop/api-10', uncertain: tcp(9090) },
  ],
});
const bySource: FlowSort = { key: 'from', descending: false };

function list(filter: Partial<FlowFilter> = {}, sort: FlowSort = bySource): readonly string[] {
  const items = listFlowItems(readListedFlows(snapshot), { ...noFilter, ...filter }, sort);
  return Array.from({ length: items.count }, (_, at) => formatEnds(items.at(at)));
}

describe('the list of flows', () => {
  it('is sorted as people count, either way', () => {
    expect(list()).toEqual(['ops/monitor → shop/api-10', 'shop/web → shop/api-9', 'shop/web → shop/api-10']);
    expect(list({}, { key: 'to', descending: true })).toEqual([
      'ops/monitor → shop/api-10',
      'shop/web → shop/api-10',
      'shop/web → shop/api-9',
    ]);
    expect(list({}, { key: 'verdict', descending: true })[0]).toBe('ops/monitor → shop/api-10');
    expect(list({}, { key: 'ports', descending: false })[0]).toBe('shop/web → shop/api-9');
  });

  it('is narrowed down by text, namespace and direction', () => {
    expect(list({ text: 'api-9' })).toEqual(['shop/web → shop/api-9']);
    expect(list({ text: 'monitor api' })).toEqual(['ops/monitor → shop/api-10']);
    expect(list({ namespace: 'ops' })).toHaveLength(1);
    expect(list({ namespace: 'ops', direction: 'to' })).toEqual([]);
  });

  it('is narrowed down by port, whatever is known of it', () => {
    expect(list({ port: '9090' })).toEqual(['ops/monitor → shop/api-10', 'shop/web → shop/api-9']);
    expect(list({ port: '9090', protocol: 'UDP' })).toEqual([]);
    expect(list({ port: 'no number' })).toHaveLength(3);
  });

  it('is narrowed down by verdict', () => {
    expect(list({ verdict: 'uncertain' })).toEqual(['ops/monitor → shop/api-10']);
    expect(list({ verdict: 'rule' })).toHaveLength(2);
  });

  it('lists what is open by default when asked to, last', () => {
    expect(list({ showOpen: true }).slice(3)).toEqual([
      'ops/monitor → ops/monitor',
      'ops/monitor → shop/web',
      'ops/monitor → Anywhere outside',
      'shop/web → ops/monitor',
      'shop/web → shop/web',
      'shop/web → Anywhere outside',
      'Anywhere outside → ops/monitor',
      'Anywhere outside → shop/web',
    ]);
    expect(list({ verdict: 'open', text: 'anywhere', direction: 'from' })).toHaveLength(2);
  });

  it('finds exactly the open pairs that pass, however they are filtered and sorted', () => {
    const filters = fc.record({
      text: fc.constantFrom('', 'a', 'x/', 'outside'),
      namespace: fc.constantFrom(null, 'x', 'y'),
      direction: fc.constantFrom('either' as const, 'from' as const, 'to' as const),
    });
    const sorts = fc.record({ key: fc.constantFrom('from' as const, 'to' as const), descending: fc.boolean() });
    fc.assert(
      fc.property(clusterArbitrary, filters, sorts, ({ files }, part, sort) => {
        const evaluated = evaluate(files);
        const listed = readListedFlows(evaluated);
        const filter: FlowFilter = { ...noFilter, ...part, verdict: 'open' };
        const items = listFlowItems(listed, filter, sort);
        const found = Array.from({ length: items.count }, (_, at) => items.at(at));
        const conditions = listEndConditions(evaluated, filter);
        const nodes = Array.from({ length: listed.index.nodeCount }, (_, node) => node);
        const expected = nodes.flatMap((from) =>
          nodes.filter((to) => findVerdict(listed.index, from, to) === 'open' && passesEnds(conditions, from, to)),
        ).length;
        expect(found).toHaveLength(expected);
        expect(new Set(found.map(({ from, to }) => `${from.id} ${to.id}`)).size).toBe(expected);
        if (part.text !== '') {
          const hits = found.map(({ from, to }) => `${formatEndpoint(from)} ${formatEndpoint(to)}`.toLowerCase());
          expect(hits.every((hit) => hit.includes(part.text))).toBe(true);
        }
      }),
      propertyParameters(60),
    );
  });
});
