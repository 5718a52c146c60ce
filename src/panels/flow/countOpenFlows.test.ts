import { describe, expect, it } from 'vitest';
import { createFlowIndex, findVerdict } from '../../engine/index.ts';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { countOpenFlows } from './countOpenFlows.ts';
import { listFlows } from './listFlows.ts';

const snapshot = createFlowSnapshot({
  workloads: { shop: ['web', 'api', 'till'], farm: ['barn'] },
  externals: ['10.0.0.0/8', '::/0'],
  more: {
    'shop/api': { ingress: 'isolated', egress: 'open' },
    'shop/web': { ingress: 'open', egress: 'open', kind: 'Pod', podCount: 1 },
    'shop/till': { ingress: 'open', egress: 'open' },
    'farm/barn': { ingress: 'open', egress: 'isolated' },
  },
  flows: [{ from: 'farm/barn', to: 'shop/api' }],
});

describe('countOpenFlows', () => {
  it('counts what the verdicts of all pairs say', () => {
    const index = createFlowIndex(snapshot);
    const nodes = Array.from({ length: index.nodeCount }, (_, node) => node);
    const isShop = (node: number): boolean => node < 3;
    for (const [isFrom, isTo] of [
      ...nodes.map((own) => [() => true, (node: number) => node === own] as const),
      ...nodes.map((own) => [(node: number) => node === own, () => true] as const),
      [(node: number) => !isShop(node), isShop] as const,
    ]) {
      const rows = listFlows(snapshot, (from, to) => isFrom(from) && isTo(to));
      const open = nodes.flatMap((from) =>
        nodes.filter((to) => isFrom(from) && isTo(to) && findVerdict(index, from, to) === 'open'),
      );
      expect(countOpenFlows(snapshot, { isFrom, isTo, rows })).toBe(open.length);
    }
  });
});
