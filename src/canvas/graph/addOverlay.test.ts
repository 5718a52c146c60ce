import { describe, expect, it } from 'vitest';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { drawGraph } from '../../testing/drawGraph.ts';
import type { FlowOverlay } from '../../store/state.ts';
import { addOverlay } from './addOverlay.ts';

const [web, api, db] = ['shop/Deployment/web', 'shop/Deployment/api', 'shop/Deployment/db'] as const;
const snapshot = createFlowSnapshot({
  workloads: { shop: ['web', 'api', 'db'], ops: ['monitor'] },
  flows: [
    { from: 'shop/web', to: 'shop/api' },
    { from: 'shop/api', to: 'shop/db' },
  ],
});
const draw = (overlay: FlowOverlay, collapsed: readonly string[] = []) => {
  const { index, graph } = drawGraph(snapshot, { collapsed });
  return addOverlay(index, graph, graph.edges, { overlay, isFar: false }).map(
    ({ from, to, change, count }) => `${change ?? 'as before'} ${from} → ${to} ${count}`,
  );
};

describe('addOverlay', () => {
  it('marks what was added in the place of its line, and draws what was removed', () => {
    expect(draw({ added: [{ from: web, to: api }], removed: [{ from: db, to: web }] })).toEqual([
      `as before ${api} → ${db} 1`,
      `added ${web} → ${api} 1`,
      `removed ${db} → ${web} 1`,
    ]);
  });

  it('adds changes up where a namespace is folded', () => {
    const monitor = 'ops/Deployment/monitor';
    const added = [web, api].map((to) => ({ from: monitor, to }));
    expect(draw({ added, removed: [] }, ['shop'])).toEqual([`added ${monitor} → namespace:shop 2`]);
  });
});
