import { describe, expect, it } from 'vitest';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { drawGraph } from '../../testing/drawGraph.ts';
import { createSearchWords } from './searchWords.ts';
import { computeEmphasis, type EmphasisInput } from './computeEmphasis.ts';

const snapshot = createFlowSnapshot({
  workloads: { shop: ['web', 'api', 'db'], ops: ['monitor'] },
  flows: [
    { from: 'shop/web', to: 'shop/api' },
    { from: 'shop/api', to: 'shop/db' },
  ],
});
const { index, graph } = drawGraph(snapshot);
const searchWords = createSearchWords(index);
const emphasis = (input: Partial<EmphasisInput>) =>
  computeEmphasis({
    index,
    searchWords,
    graph,
    edges: graph.edges,
    selection: null,
    hover: null,
    caretMeaning: null,
    search: '',
    isOverview: false,
    ...input,
  });
const [web, api, db] = ['shop/Deployment/web', 'shop/Deployment/api', 'shop/Deployment/db'] as const;
const ids = (set: ReadonlySet<string> | null): string[] | null => set && [...set].sort();

describe('computeEmphasis', () => {
  it('lets everything be equally bright when nothing is pointed at', () => {
    expect(emphasis({})).toMatchObject({ items: null, edges: null, selectedItem: null });
  });

  it('keeps a selected workload, its flows and its neighbours bright', () => {
    const result = emphasis({ selection: { type: 'workload', id: web } });
    expect(result.selectedItem).toBe(web);
    expect(ids(result.items)).toEqual([api, web]);
    expect(result.edges?.size).toBe(1);
  });

  it('lets the pointer win over the selection', () => {
    const result = emphasis({ selection: { type: 'workload', id: web }, hover: { type: 'item', id: db } });
    expect(ids(result.items)).toEqual([api, db]);
    expect(result.selectedItem).toBe(web);
  });

  it('lets nothing fade for what was pointed at and is gone', () => {
    for (const type of ['item', 'edge'] as const)
      expect(emphasis({ hover: { type, id: 'gone' } })).toMatchObject({ items: null, edges: null });
  });

  it('tells what goes out of the focus from what comes in', () => {
    const result = emphasis({ selection: { type: 'workload', id: api } });
    expect(ids(result.targets)).toEqual([db]);
    expect(ids(result.sources)).toEqual([web]);
    expect(ids(result.focus)).toEqual([api]);
  });

  it('finds a selected flow and both its ends', () => {
    const result = emphasis({ selection: { type: 'flow', from: api, to: db } });
    expect(result.selectedEdge).toBe(graph.edges.find(({ from }) => from === api)?.id);
    expect(ids(result.items)).toEqual([api, db]);
  });

  it('rings what the policy at the caret selects and lights the flows it allows', () => {
    const caretMeaning = {
      policy: 'shop/NetworkPolicy/api',
      rule: null,
      selects: [api],
      allows: [{ from: web, to: api }],
      object: null,
    };
    const result = emphasis({ caretMeaning });
    expect(ids(result.ringed)).toEqual([api]);
    expect(ids(result.items)).toEqual([api, web]);
    expect(result.edges?.size).toBe(1);
  });

  it('dims what the search does not match, by name, label or kind', () => {
    expect(ids(emphasis({ search: 'app=db' }).items)).toEqual([db]);
    expect(ids(emphasis({ search: 'MONITOR' }).items)).toEqual(['ops/Deployment/monitor']);
  });
});
