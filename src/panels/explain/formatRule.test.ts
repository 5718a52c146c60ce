import { describe, expect, it } from 'vitest';
import type { AdmittingRule } from '../../engine/index.ts';
import { tcp } from '../../testing/createSnapshot.ts';
import { formatAdmittingRule } from './formatRule.ts';

const rule = {
  policy: 'shop/NetworkPolicy/api',
  index: 0,
  file: 'a.yaml',
  range: { start: 0, end: 1 },
} as unknown as AdmittingRule['rule'];

describe('the words for a rule', () => {
  it('count rule, peer and ports from one', () => {
    const admitting = { rule, peerIndex: 1, peerOrigin: null, portIndices: [0, 2], ports: tcp(80) };
    expect(formatAdmittingRule(admitting, 'ingress')).toBe('ingress rule 1, peer 2, ports 1, 3');
  });

  it('say when a rule leaves peers or ports out', () => {
    const admitting = { rule, peerIndex: null, peerOrigin: null, portIndices: null, ports: tcp(80) };
    expect(formatAdmittingRule(admitting, 'egress')).toBe('egress rule 1, any peer, any port');
  });
});
