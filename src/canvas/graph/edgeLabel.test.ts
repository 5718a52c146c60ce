import { describe, expect, it } from 'vitest';
import { edgeLabel, shortEdgeLabel } from './edgeLabel.ts';
import type { DrawnEdge } from './VisibleGraph.ts';

const edge = (ports: string | null, more: Partial<DrawnEdge> = {}): DrawnEdge => ({
  id: 'a → b',
  from: 'a',
  to: 'b',
  verdict: 'rule',
  ports,
  partial: false,
  doubt: false,
  change: null,
  count: 1,
  flows: [],
  pair: null,
  ...more,
});

describe('the label of a line', () => {
  it('says ports, how many flows, and whether all pods have them', () => {
    expect(edgeLabel(edge('8080'))).toBe('8080');
    expect(edgeLabel(edge('8080', { count: 4 }))).toBe('4 × 8080');
    expect(edgeLabel(edge(null, { count: 4 }))).toBe('4 flows');
    expect(edgeLabel(edge('8080', { partial: true }))).toBe('8080 · some pods');
    expect(edgeLabel(edge(null))).toBe('');
  });

  it.each([
    ['5432, 9187', '5432 +1'],
    ['6379, 9101 +1', '6379 +2'],
    ['UDP 53, 8080', 'UDP 53 +1'],
    ['443, UDP 53', '443 +1'],
    ['80–90, 443 +12', '80–90 +13'],
    ['53, 5353 TCP+UDP', '53 +1 TCP+UDP'],
    ['53, 5353 +3 TCP+UDP+SCTP', '53 +4 TCP+UDP+SCTP'],
  ])('names %s as %s where there is less room', (ports, short) => {
    expect(shortEdgeLabel(edge(ports))).toBe(short);
  });

  it('keeps how many flows it is', () => {
    expect(shortEdgeLabel(edge('80, 443', { count: 3 }))).toBe('3 × 80 +1');
  });

  it.each([null, '8080', '53 TCP+UDP', 'every port', 'every TCP port'])('has nothing shorter for %s', (ports) => {
    expect(shortEdgeLabel(edge(ports))).toBeNull();
  });
});
