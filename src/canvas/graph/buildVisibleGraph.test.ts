import { describe, expect, it } from 'vitest';
import { createFlowSnapshot, type FlowSketch, type SnapshotSketch } from '../../testing/createFlowSnapshot.ts';
import { tcp } from '../../testing/createSnapshot.ts';
import { drawGraph, type DrawOptions } from '../../testing/drawGraph.ts';
import { edgeLabel } from './edgeLabel.ts';
import { describeInside, describeReach } from './describeMany.ts';
import { explodeFocus } from './explodeFocus.ts';
import { listLegend } from './listLegend.ts';
import type { CardItem, DrawnEdge, FrameItem, VisibleGraph } from './VisibleGraph.ts';

const draw = (sketch: SnapshotSketch, options: DrawOptions = {}): VisibleGraph =>
  drawGraph(createFlowSnapshot(sketch), options).graph;

const short = (id: string): string => id.replace('/Deployment/', '/');
const lines = (edges: readonly DrawnEdge[]): string[] =>
  edges.map((edge) => `${short(edge.from)} → ${short(edge.to)}: ${edgeLabel(edge)}`).sort();

const card = (graph: VisibleGraph, name: string): CardItem =>
  graph.items.get(name.replace('/', '/Deployment/')) as CardItem;
const frame = (graph: VisibleGraph, name: string): FrameItem => graph.items.get(`namespace:${name}`) as FrameItem;

const names = (count: number, prefix = 'w'): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const shop = { shop: ['web', 'api', 'db'] };

describe('buildVisibleGraph', () => {
  it('draws flows by rule with their ports and counts the open ones it does not draw', () => {
    const graph = draw({
      workloads: shop,
      flows: [
        { from: 'shop/web', to: 'shop/api' },
        { from: 'shop/api', to: 'shop/db', ports: tcp(5432, 9187) },
      ],
      more: { 'shop/api': { ingress: 'isolated' }, 'shop/db': { ingress: 'isolated' } },
    });
    expect(lines(graph.edges)).toEqual(['shop/api → shop/db: 5432, 9187', 'shop/web → shop/api: 8080']);
    // api and db to web: the shields say it, the flow table has no rows for it.
    expect(graph.leftOut.open).toBe(2);
  });

  it('draws open flows too when asked, and marks them', () => {
    const graph = draw(
      {
        workloads: shop,
        more: { 'shop/api': { ingress: 'isolated', egress: 'isolated' }, 'shop/db': { ingress: 'isolated' } },
      },
      { showOpenFlows: true },
    );
    expect(graph.edges).toMatchObject([{ verdict: 'open', from: 'shop/Deployment/db', to: 'shop/Deployment/web' }]);
    expect(graph.leftOut.open).toBe(0);
  });

  it('counts and draws what is open for some pods only: no shield says it', () => {
    const closed = { ingress: 'mixed', egress: 'isolated' } as const;
    const sketch: SnapshotSketch = {
      workloads: { shop: ['web', 'db'] },
      flows: [{ from: 'shop/web', to: 'shop/db', partial: tcp(53), open: true }],
      more: { 'shop/web': { ...closed, egress: 'mixed' }, 'shop/db': closed },
    };
    expect(draw(sketch).leftOut.open).toBe(1);
    expect(draw(sketch, { showOpenFlows: true }).edges).toMatchObject([{ verdict: 'open', partial: true }]);
  });

  it('draws what cannot be known as a line of its own kind, and marks what is allowed and perhaps more', () => {
    const graph = draw({
      workloads: shop,
      flows: [
        { from: 'shop/web', to: 'shop/api', uncertain: tcp(8080) },
        { from: 'shop/api', to: 'shop/db', ports: tcp(5432), uncertain: tcp(9187) },
      ],
    });
    expect(graph.edges).toMatchObject([
      { verdict: 'uncertain', ports: '8080' },
      { verdict: 'rule', doubt: true, ports: '5432' },
    ]);
  });

  it('says when only some pods have a flow', () => {
    const graph = draw({ workloads: shop, flows: [{ from: 'shop/web', to: 'shop/api', partial: tcp(53) }] });
    expect(lines(graph.edges)).toEqual(['shop/web → shop/api: 53 · some pods']);
  });

  it('keeps both directions of a pair and a flow to itself apart', () => {
    const graph = draw({
      workloads: shop,
      flows: [
        { from: 'shop/web', to: 'shop/api' },
        { from: 'shop/api', to: 'shop/web' },
        { from: 'shop/db', to: 'shop/db' },
      ],
    });
    expect(lines(graph.edges)).toEqual([
      'shop/api → shop/web: 8080',
      'shop/db → shop/db: 8080',
      'shop/web → shop/api: 8080',
    ]);
  });

  it('folds a namespace into one card that keeps its flows with others, in numbers', () => {
    const graph = draw(
      {
        workloads: { ...shop, ops: ['monitor'] },
        flows: [
          { from: 'shop/web', to: 'shop/api' },
          { from: 'ops/monitor', to: 'shop/api' },
          { from: 'ops/monitor', to: 'shop/db' },
        ],
      },
      { collapsed: ['shop'] },
    );
    expect(lines(graph.edges)).toEqual(['ops/monitor → namespace:shop: 2 × 8080']);
    expect(graph.items.get('namespace:shop')).toMatchObject({ type: 'collapsed', workloads: 3, inside: 1 });
  });

  it('lets a frame say that all its workloads reach each other instead of drawing every pair', () => {
    const all = ['shop/web', 'shop/api', 'shop/db'];
    const flows = all.flatMap((from) => all.filter((to) => to !== from).map((to) => ({ from, to })));
    const graph = draw({ workloads: shop, flows });
    expect(graph.edges).toEqual([]);
    expect(frame(graph, 'shop').inside).toMatchObject({ all: true, ports: '8080' });
    expect(frame(graph, 'shop').inside?.flows).toHaveLength(6);
  });

  it('says of what a frame says at once whether it is uncertain, or for some pods only', () => {
    const all = ['shop/web', 'shop/api', 'shop/db'];
    const pairs = all.flatMap((from) => all.filter((to) => to !== from).map((to) => ({ from, to })));
    const perhaps = draw({ workloads: shop, flows: pairs.map((pair) => ({ ...pair, uncertain: tcp(443) })) });
    expect(describeInside(frame(perhaps, 'shop').inside!)).toBe('All workloads reach each other on 443: uncertain');
    const some = draw({ workloads: shop, flows: pairs.map((pair) => ({ ...pair, partial: tcp(443) })) });
    expect(describeInside(frame(some, 'shop').inside!)).toBe(
      'All workloads reach each other on 443: allowed by a rule, some pods only',
    );
    expect(listLegend({ items: some.items.values(), edges: [], isFocused: false, isFar: false })).toContain('partial');
  });

  it('marks a node that reaches a great part of the cluster instead of wiring it to everything', () => {
    const workloads = Object.fromEntries(names(5, 'ns').map((namespace) => [namespace, names(3)]));
    const targets = Object.keys(workloads).flatMap((namespace) => names(3).map((name) => `${namespace}/${name}`));
    const graph = draw({
      workloads: { ...workloads, ops: ['prometheus'] },
      flows: targets.map((to) => ({ from: 'ops/prometheus', to })),
    });
    expect(graph.edges).toEqual([]);
    expect(card(graph, 'ops/prometheus').reaches).toMatchObject({ workloads: 15, namespaces: 5, ports: '8080' });
  });

  it('marks a node that perhaps reaches a great part of the cluster, as uncertain, beside its certain lines', () => {
    const workloads = Object.fromEntries(names(5, 'ns').map((namespace) => [namespace, names(3)]));
    const targets = Object.keys(workloads).flatMap((namespace) => names(3).map((name) => `${namespace}/${name}`));
    const graph = draw({
      workloads: { ...workloads, ops: ['agent', 'store'] },
      flows: [
        ...targets.map((to) => ({ from: 'ops/agent', to, uncertain: tcp(443) })),
        { from: 'ops/agent', to: 'ops/store' },
      ],
    });
    expect(lines(graph.edges)).toEqual(['ops/agent → ops/store: 8080']);
    expect(describeReach('to', card(graph, 'ops/agent').reaches!)).toBe(
      'Reaches 15 workloads in 5 namespaces on 443: uncertain',
    );
  });

  it('bundles flows from nearly all workloads of a namespace into one line from the frame', () => {
    const graph = draw({
      workloads: { shop: names(4), dns: ['coredns'] },
      flows: names(4).map((name) => ({ from: `shop/${name}`, to: 'dns/coredns', ports: tcp(53) })),
    });
    expect(lines(graph.edges)).toEqual(['namespace:shop → dns/coredns: 4 × 53']);
  });

  it('draws several external ranges with the same ports as one', () => {
    const externals = ['10.0.0.0/8', '192.0.2.0/24', 'Rest of 0.0.0.0/0'];
    const graph = draw({
      workloads: shop,
      externals,
      flows: externals.map((from) => ({ from, to: 'shop/web', ports: tcp(443) })),
    });
    expect(lines(graph.edges)).toEqual(['external:many sources → shop/web: 3 × 443']);
    expect(graph.items.get('external:many sources')).toMatchObject({ label: 'Anywhere outside', rim: 'left' });
    expect(graph.items.has('external:10.0.0.0/8')).toBe(false);
  });

  it('leaves no flow by rule unsaid: every one is in a line, a mark or a frame', () => {
    const workloads = Object.fromEntries(names(6, 'ns').map((namespace) => [namespace, names(8)]));
    const all = Object.keys(workloads).flatMap((namespace) => names(8).map((name) => `${namespace}/${name}`));
    const flows: FlowSketch[] = [];
    let seed = 3;
    const next = (): number => (seed = (seed * 16807) % 2147483647);
    for (let count = 0; count < 900; count += 1) {
      const from = all[next() % (count % 3 === 0 ? 4 : all.length)]!;
      const to = all[next() % all.length]!;
      if (!flows.some((flow) => flow.from === from && flow.to === to)) flows.push({ from, to, open: count % 7 === 0 });
    }
    for (const collapsed of [[], ['ns1', 'ns4']]) {
      const snapshot = createFlowSnapshot({ workloads, flows });
      const { graph } = drawGraph(snapshot, { collapsed });
      const said = new Set(graph.edges.flatMap((edge) => edge.flows));
      for (const item of graph.items.values()) {
        if (item.type === 'frame') for (const row of item.inside?.flows ?? []) said.add(row);
        if (item.type === 'card') {
          for (const row of [...(item.reaches?.flows ?? []), ...(item.reachedFrom?.flows ?? [])]) said.add(row);
        }
      }
      const unsaid = flows.flatMap(({ from, to, open }, row) => {
        const isFolded = from.split('/')[0] === to.split('/')[0] && collapsed.includes(from.split('/')[0]!);
        return open || isFolded || said.has(row) ? [] : [`${from} → ${to}`];
      });
      expect(unsaid).toEqual([]);
      expect(graph.edges.length).toBeLessThan(160);
    }
  });
});

describe('explodeFocus', () => {
  it('draws the selected node’s own flows one by one', () => {
    const sketch: SnapshotSketch = {
      workloads: { shop: names(4), dns: ['coredns'] },
      flows: names(4).map((name) => ({ from: `shop/${name}`, to: 'dns/coredns', ports: tcp(53) })),
    };
    const snapshot = createFlowSnapshot(sketch);
    const { index, graph } = drawGraph(snapshot);
    expect(lines(explodeFocus(index, graph, 'dns/Deployment/coredns', () => true))).toEqual(
      names(4).map((name) => `shop/${name} → dns/coredns: 53`),
    );
    expect(lines(explodeFocus(index, graph, 'shop/Deployment/w1', () => true))).toEqual([
      'namespace:shop → dns/coredns: 4 × 53',
      'shop/w1 → dns/coredns: 53',
    ]);
  });
});
