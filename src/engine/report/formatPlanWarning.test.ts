import { describe, expect, it } from 'vitest';
import { formatPlanWarning } from './formatPlanWarning.ts';

describe('the warning of a plan', () => {
  it.each([
    [{ code: 'LABELS_SHARED', args: { workload: 'web', others: 'shop/Deployment/twin' } }, 'shop/Deployment/twin'],
    [
      { code: 'RULE_COVERS_MORE', args: { policy: 'shop/NetworkPolicy/api', direction: 'ingress', rule: '1' } },
      'ingress rule 1',
    ],
    [{ code: 'HOST_NETWORK', args: { workload: 'agent' } }, 'agent'],
  ] as const)('names what it is about: %o', (warning, named) => {
    const sentence = formatPlanWarning(warning);
    expect(sentence).toContain(named);
    expect(sentence).not.toContain('undefined');
  });
});
