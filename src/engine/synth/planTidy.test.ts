import { describe, expect, it } from 'vitest';
import { applyInTest, readInTest, textsOf } from '../../testing/planInTest.ts';
import { yaml } from '../../testing/yaml.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import { proposeEdits } from './proposeEdits.ts';

const workload = (name: string): string => yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: ${name}, namespace: shop }
  spec:
    selector: { matchLabels: { app: ${name} } }
    template:
      metadata: { labels: { app: ${name} } }
      spec: { containers: [] }
`;

const policy = (name: string, rest: string): string => yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: ${name}, namespace: shop }
  spec:
    podSelector: { matchLabels: { app: api } }
    ${rest}
`;

const tidy = (policies: readonly string[], name: string | null = null) => {
  const text = [...policies, workload('web'), workload('api'), workload('db')].join('---\n');
  const base = readInTest([{ path: 'a.yaml', text }]);
  const id = name === null ? null : (`shop/NetworkPolicy/${name}` as ObjectId);
  const { proposals } = proposeEdits(base, { type: 'tidy', policy: id });
  if (!proposals.ok) return { reason: proposals.reason, ways: [], texts: [] };
  const rest = `---\n${[workload('web'), workload('api'), workload('db')].join('---\n')}`;
  return {
    reason: null,
    ways: proposals.proposals.map(({ ways }) => ways.map(({ code }) => code)),
    texts: proposals.proposals.map(({ plan }) =>
      [...textsOf(applyInTest(base, plan)).values()].join('').replace(rest, ''),
    ),
    effects: proposals.proposals.map(({ effect }) => effect),
  };
};

const fromWeb = '- from:\n  - podSelector: {matchLabels: {app: web}}';

describe('tidying', () => {
  it('drops a rule that another one covers, and proves that nothing changes', () => {
    const both = policy('api', `policyTypes: [Ingress]\ningress:\n${fromWeb}\n  ports: [{port: 80}]\n${fromWeb}`);
    const { ways, texts, effects } = tidy([both]);
    expect(ways[0]).toEqual(['DROP_RULE']);
    expect(texts[0]).toBe(policy('api', `policyTypes: [Ingress]\ningress:\n${fromWeb}`));
    expect(effects?.[0]).toMatchObject({ counts: { gained: 0, lost: 0, changed: 0 }, consequences: [] });
  });

  it('keeps one of two rules that say the same', () => {
    const twice = policy('api', `policyTypes: [Ingress]\ningress:\n${fromWeb}\n${fromWeb}`);
    expect(tidy([twice]).texts[0]).toBe(policy('api', `policyTypes: [Ingress]\ningress:\n${fromWeb}`));
  });

  it('merges rules with equal ports, and with equal peers', () => {
    const ports = '  ports:\n  - {protocol: TCP, port: 80}';
    const fromDb = '- from:\n  - podSelector: {matchLabels: {app: db}}';
    const peers = policy('api', `policyTypes: [Ingress]\ningress:\n${fromWeb}\n${ports}\n${fromDb}\n${ports}`);
    const merged = tidy([peers]);
    expect(merged.ways[0]).toEqual(['MERGE_RULES']);
    expect(merged.texts[0]).toMatch(/- podSelector: \{matchLabels: \{app: web\}\}\n.*\n?.*\n?.*app: db/);
    const more = policy(
      'api',
      `policyTypes: [Ingress]\ningress:\n${fromWeb}\n${ports}\n${fromWeb}\n${ports.replace('80', '81')}`,
    );
    expect(tidy([more]).ways[0]).toEqual(['MERGE_RULES']);
  });

  it('merges policies that select the same pods', () => {
    const one = policy('one', `policyTypes: [Ingress]\ningress:\n${fromWeb}`);
    const two = policy('two', 'policyTypes: [Ingress]\ningress:\n- from:\n  - podSelector: {matchLabels: {app: db}}');
    const { ways, texts } = tidy([one, two]);
    expect(ways[0]).toEqual(['MERGE_POLICIES']);
    expect(texts[0]).not.toContain('name: two');
    expect(texts[0]).toContain('app: db');
  });

  it('writes out what goes without saying', () => {
    const { ways, texts } = tidy([policy('api', 'ingress:\n- from: []\n  ports: [{port: 80}]')]);
    expect(ways).toEqual([['EXPLICIT_FORM', 'EXPLICIT_FORM'], ['EXPLICIT_FORM'], ['EXPLICIT_FORM']]);
    expect(texts[0]).toBe(policy('api', 'policyTypes:\n- Ingress\ningress:\n- ports: [{port: 80}]'));
  });

  it('of one policy also drops what its neighbours allow today', () => {
    const all = policy('all', 'policyTypes: [Ingress]\ningress:\n- from: [{podSelector: {}}]');
    const own = policy('own', `policyTypes: [Ingress]\ningress:\n${fromWeb}\n- from: [{namespaceSelector: {}}]`);
    expect(tidy([all, own], 'own').ways.flat()).toContain('DROP_RULE');
  });

  it('says so when there is nothing to tidy', () => {
    expect(tidy([policy('api', `policyTypes: [Ingress]\ningress:\n${fromWeb}`)]).reason).toBe('NOTHING_TO_TIDY');
  });
});
