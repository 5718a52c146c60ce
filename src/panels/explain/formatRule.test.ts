import { describe, expect, it } from 'vitest';
import type { AdmittingRule } from '../../engine/index.ts';
import { formatAdmittingRule, formatMissPlace } from './formatRule.ts';

const rule = {
  policy: 'shop/NetworkPolicy/api',
  index: 0,
  file: 'a.yaml',
  range: { start: 0, end: 1 },
} as unknown as AdmittingRule['rule'];

describe('the words for a rule', () => {
  it('count rule, peer and ports from one', () => {
    expect(formatAdmittingRule({ rule, peerIndex: 1, portIndices: [0, 2] }, 'ingress')).toBe(
      'ingress rule 1, peer 2, ports 1, 3',
    );
  });

  it('say when a rule leaves peers or ports out', () => {
    expect(formatAdmittingRule({ rule, peerIndex: null, portIndices: null }, 'egress')).toBe(
      'egress rule 1, any peer, any port',
    );
  });

  it('name the item that fails, if it is one', () => {
    const miss = { rule, peerIndex: null, portIndex: null, causes: [] };
    expect(formatMissPlace({ ...miss, peerIndex: 2, portIndex: 0 }, 'ingress')).toBe('ingress rule 1, peer 3');
    expect(formatMissPlace({ ...miss, portIndex: 0 }, 'ingress')).toBe('ingress rule 1, port 1');
    expect(formatMissPlace(miss, 'egress')).toBe('egress rule 1');
    expect(formatMissPlace({ ...miss, rule: null }, 'egress')).toBeNull();
  });
});
