import { describe, expect, it } from 'vitest';
import { createSnapshot, tcp } from '../../testing/createSnapshot.ts';
import { formatFlowPorts, groupFlows, listFlows, readFlow } from './listFlows.ts';

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
    const uncertain = tcp();
    expect(formatFlowPorts({ ports: tcp(80), partial: tcp(9090), uncertain })).toBe(
      'TCP 80 · some pods only: TCP 9090',
    );
    expect(formatFlowPorts({ ports: tcp(), partial: tcp(9090), uncertain })).toBe('some pods only: TCP 9090');
  });

  it('name the ports that are uncertain, and never none', () => {
    expect(formatFlowPorts({ ports: tcp(), partial: tcp(), uncertain: tcp(9090) })).toBe('uncertain: TCP 9090');
    const open = {
      ...snapshot,
      flows: { ...snapshot.flows, uncertain: snapshot.flows.ports, ports: snapshot.flows.partial },
    };
    expect(readFlow(open, 0)).toMatchObject({ kind: 'uncertain' });
  });
});
