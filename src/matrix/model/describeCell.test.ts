import { describe, expect, it } from 'vitest';
import { createFlowIndex } from '../../engine/index.ts';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { tcp } from '../../testing/createSnapshot.ts';
import { createVerdictRows } from './createVerdictRows.ts';
import { describeCell } from './describeCell.ts';
import { listUnits } from './MatrixUnits.ts';

const isolated = { ingress: 'isolated', egress: 'isolated' } as const;
const snapshot = createFlowSnapshot({
  workloads: { shop: ['web', 'api'], ops: ['monitor', 'tool'] },
  more: { 'shop/api': isolated },
  flows: [
    { from: 'shop/web', to: 'shop/api', ports: tcp(8080), partial: tcp(9090), uncertain: tcp(7070) },
    { from: 'ops/monitor', to: 'shop/api', uncertain: tcp(9090) },
  ],
});
const index = createFlowIndex(snapshot);
const units = listUnits(snapshot);
const context = { index, units, rows: createVerdictRows(index, units) };
const shop = 4;
const ops = 5;
const wordsOf = (from: number, to: number) => describeCell(context, from, to).lines.map(({ words }) => words);

describe('a cell in words', () => {
  it('names all that is known of a pair, the certain first', () => {
    expect(describeCell(context, 0, 1).title).toBe('shop/web → shop/api');
    expect(wordsOf(0, 1)).toEqual(['Allowed by rule: TCP 8080', 'Some pods only: TCP 9090', 'Uncertain: TCP 7070']);
    expect(wordsOf(2, 1)).toEqual(['Uncertain: TCP 9090']);
    expect(wordsOf(3, 1)).toEqual(['Denied']);
    expect(wordsOf(3, 0)).toEqual(['Open by default: every port']);
  });

  it('counts the pairs of namespaces', () => {
    expect(describeCell(context, ops, shop).title).toBe('ops → shop');
    expect(wordsOf(ops, shop)).toEqual([
      '1 of 4 pairs uncertain',
      '2 of 4 pairs open by default',
      '1 of 4 pairs denied',
    ]);
    expect(wordsOf(0, shop)).toEqual(['1 of 2 pairs allowed by rule', '1 of 2 pairs open by default']);
  });
});
