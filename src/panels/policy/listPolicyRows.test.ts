import { describe, expect, it } from 'vitest';
import type { PolicyView, Problem } from '../../engine/index.ts';
import { createSnapshot } from '../../testing/createSnapshot.ts';
import { listPolicyRows } from './listPolicyRows.ts';

const at = { file: 'p.yaml', start: 0, end: 0 } as unknown as PolicyView['at'];
const policy = (namespace: string, name: string): PolicyView => ({
  id: `${namespace}/NetworkPolicy/${name}` as PolicyView['id'],
  kind: 'NetworkPolicy',
  namespace,
  name,
  isolates: ['ingress'],
  ruleCounts: { ingress: 0, egress: 0 },
  selects: [],
  at,
});
const invalid = (field: string): Problem => ({
  code: 'POLICY_INVALID',
  severity: 'error',
  at,
  args: { field },
  excluded: 'shop/NetworkPolicy/typo',
});

describe('the rows of the policies', () => {
  const snapshot = createSnapshot({
    policies: [policy('shop', 'web'), policy('ops', 'deny'), policy('shop', 'api')],
    problems: [
      invalid('spec.ingress[0]'),
      invalid('spec.egress[0]'),
      { code: 'OBJECT_DUPLICATE', severity: 'warning', at, args: {}, excluded: 'shop/NetworkPolicy/twice' },
    ],
    notEvaluated: [{ apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', count: 3, first: at }],
  });

  it('group by namespace and end with what does not count, an invalid policy once', () => {
    expect(listPolicyRows(snapshot, new Set()).map(({ label, level }) => `${level} ${label}`)).toEqual([
      '1 ops',
      '2 deny',
      '1 shop',
      '2 api',
      '2 web',
      '1 Invalid, left out',
      '2 typo',
      '1 Not evaluated yet',
      '2 CiliumNetworkPolicy',
    ]);
  });

  it('leave out what is closed', () => {
    const labels = listPolicyRows(snapshot, new Set(['namespace:shop', 'invalid', 'notEvaluated'])).map(
      (row) => row.label,
    );
    expect(labels).toEqual(['ops', 'deny', 'shop', 'Invalid, left out', 'Not evaluated yet']);
  });
});
