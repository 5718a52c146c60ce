import { describe, expect, it } from 'vitest';
import type { ReachedNode } from '../../engine/index.ts';
import { tcp } from '../../testing/createSnapshot.ts';
import { describeReach, formatStepPorts, listWay } from './describeReach.ts';

const none = { TCP: [], UDP: [], SCTP: [] };
const node = (id: string, steps: number, via: number | null, certainty: ReachedNode['certainty'] = 'certain') => ({
  id,
  steps,
  via,
  certainty,
  ports: tcp(80),
  partial: none,
  uncertain: none,
});
const reached = [node('a', 1, null), node('b', 1, null), node('c', 2, 1), node('d', 3, 2, 'perhaps')];
const answer = { start: 's', direction: 'out', reached, others: 9, omitted: 0 } as const;

describe('what can be reached', () => {
  it('is counted by steps, and what is perhaps so apart', () => {
    expect(describeReach(answer)).toBe('3 of 9: 2 in one step, 1 in 2 steps; perhaps 1 more.');
    expect(describeReach({ ...answer, reached: [] })).toBe('Nobody.');
    expect(describeReach({ ...answer, reached: [], omitted: 5 })).toContain('there may be more');
  });

  it('has its way, from the start on', () => {
    expect([0, 2, 3].map((position) => listWay(answer, position))).toEqual([[], ['b'], ['b', 'c']]);
  });

  it('has the ports of the last step', () => {
    expect(formatStepPorts(reached[0]!)).toBe('TCP 80');
    expect(formatStepPorts({ ...reached[0]!, ports: none, partial: tcp(81) })).toBe('some pods only: TCP 81');
    expect(formatStepPorts({ ...reached[3]!, ports: none, uncertain: tcp(82) })).toBe('perhaps TCP 82');
  });
});
