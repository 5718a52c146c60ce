import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFlowSnapshot } from '../testing/createFlowSnapshot.ts';
import { tcp } from '../testing/createSnapshot.ts';
import { clusterArbitrary } from '../testing/generateCluster.ts';
import { evaluate } from '../testing/evaluate.ts';
import { propertyParameters } from '../testing/propertyParameters.ts';
import { createFlowIndex, fillVerdicts, findFlow, findVerdict, pairVerdicts, toPairCode } from './FlowIndex.ts';

const verdictsFrom = (index: ReturnType<typeof createFlowIndex>, from: number): readonly string[] => {
  const codes = new Uint8Array(index.nodeCount);
  fillVerdicts(index, from, codes);
  return [...codes].map((code) => pairVerdicts[code]!);
};

describe('the index of flows', () => {
  const isolated = { ingress: 'isolated', egress: 'isolated' } as const;
  const snapshot = createFlowSnapshot({
    workloads: { shop: ['web', 'api', 'db'] },
    externals: ['Anywhere outside', '10.0.0.0/8'],
    more: { 'shop/api': isolated, 'shop/db': { ...isolated, kind: 'Pod' } },
    flows: [
      { from: 'shop/web', to: 'shop/api' },
      { from: 'shop/api', to: 'shop/api', partial: tcp(9090) },
      { from: 'shop/api', to: 'shop/db', uncertain: tcp(5432) },
    ],
  });
  const index = createFlowIndex(snapshot);

  it('finds the row of a pair, or none', () => {
    expect([findFlow(index, 0, 1), findFlow(index, 1, 1), findFlow(index, 1, 2), findFlow(index, 2, 1)]).toEqual([
      0, 1, 2, -1,
    ]);
  });

  it('tells what nobody decided from what is denied, and both from pairs that are none', () => {
    expect(verdictsFrom(index, 0)).toEqual(['open', 'rule', 'denied', 'open', 'open']);
    expect(verdictsFrom(index, 1)).toEqual(['denied', 'partial', 'uncertain', 'denied', 'denied']);
    expect(verdictsFrom(index, 2)).toEqual(['denied', 'denied', 'none', 'denied', 'denied']);
    expect(verdictsFrom(index, 3)).toEqual(['open', 'denied', 'denied', 'none', 'none']);
  });

  it('never calls denied what the table may lack', () => {
    const cut = createFlowIndex({ ...snapshot, flows: { ...snapshot.flows, omitted: 7 } });
    expect(verdictsFrom(cut, 0)[2]).toBe('denied');
    expect(verdictsFrom(cut, 1)).toEqual(['denied', 'partial', 'uncertain', 'unlisted', 'unlisted']);
    expect(verdictsFrom(cut, 2)).toEqual(['unlisted', 'unlisted', 'none', 'unlisted', 'unlisted']);
    expect(findVerdict(cut, 2, 0)).toBe('unlisted');
    expect(findVerdict(cut, 0, 2)).toBe('denied');
  });

  it('has as many open pairs as the engine counts, and one verdict for a pair however it is asked', () => {
    const open = toPairCode('open');
    fc.assert(
      fc.property(clusterArbitrary, ({ files }) => {
        const evaluated = evaluate(files);
        const index = createFlowIndex(evaluated);
        const codes = new Uint8Array(index.nodeCount);
        let count = 0;
        for (let from = 0; from < index.nodeCount; from += 1) {
          fillVerdicts(index, from, codes);
          for (let to = 0; to < index.nodeCount; to += 1) {
            expect(findVerdict(index, from, to)).toBe(pairVerdicts[codes[to]!]);
            if (codes[to] === open && findFlow(index, from, to) < 0) count += 1;
          }
        }
        expect(count).toBe(evaluated.flows.openCount);
      }),
      propertyParameters(40),
    );
  });
});
