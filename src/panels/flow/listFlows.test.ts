import { describe, expect, it } from 'vitest';
import { createSnapshot, tcp } from '../../testing/createSnapshot.ts';
import { formatFlowPorts, groupFlows, listFlows } from './listFlows.ts';

describe('the flows of a node', () => {
  const snapshot = createSnapshot();
  const intoApi = listFlows(snapshot, (_from, to) => to === 1);

  it('say what stands behind them', () => {
    expect(intoApi.map(({ from, kind }) => [from, kind])).toEqual([
      [0, 'rule'],
      [2, 'partial'],
    ]);
    expect(listFlows(snapshot, (_from, to) => to === 0)[0]?.kind).toBe('open');
  });

  it('stand in groups by namespace, the own one first', () => {
    expect(groupFlows(snapshot, intoApi, 'from', 'shop').map(({ title }) => title)).toEqual(['shop', 'ops']);
  });

  it('name the ports that only some pods have', () => {
    expect(formatFlowPorts({ ports: tcp(80), partial: tcp(9090) })).toBe('TCP 80 · some pods only: TCP 9090');
    expect(formatFlowPorts({ ports: tcp(), partial: tcp(9090) })).toBe('some pods only: TCP 9090');
  });
});
