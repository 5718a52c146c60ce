import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { readPolicies } from './readPolicies.ts';

const readText = (text: string) => readPolicies(parseManifests([{ path: toFilePath('policies.yaml'), text }]));

const policy = (apiVersion: string, kind: string, name: string, spec = '{}') => yaml`
  ---
  apiVersion: ${apiVersion}
  kind: ${kind}
  metadata: {name: ${name}}
  spec: ${spec}
`;

describe('reading the policies of an import', () => {
  it('makes one tier of all valid NetworkPolicies, numbered in their order', () => {
    const { tiers, problems } = readText(
      policy('networking.k8s.io/v1', 'NetworkPolicy', 'a') +
        policy('networking.k8s.io/v1', 'NetworkPolicy', 'broken', '{ingress: [{from: [{}]}]}') +
        policy('networking.k8s.io/v1', 'NetworkPolicy', 'b'),
    );
    expect(tiers.map(({ order, policies }) => [order, policies.map(({ name, index }) => [name, index])])).toEqual([
      [
        'union',
        [
          ['a', 0],
          ['b', 1],
        ],
      ],
    ]);
    expect(problems).toMatchObject([{ code: 'POLICY_INVALID', excluded: 'default/NetworkPolicy/broken' }]);
  });

  it('names every kind of policy that is not evaluated once, with how many there are, at the first', () => {
    const calico = policy('projectcalico.org/v3', 'NetworkPolicy', 'c1');
    const text =
      policy('networking.k8s.io/v1', 'NetworkPolicy', 'a') +
      calico +
      policy('cilium.io/v2', 'CiliumNetworkPolicy', 'd') +
      policy('projectcalico.org/v3', 'NetworkPolicy', 'c2');
    const { tiers, problems, notEvaluated } = readText(text);
    expect(tiers[0]?.policies).toHaveLength(1);
    expect(notEvaluated.map(({ name }) => name)).toEqual(['c1', 'd', 'c2']);
    expect(problems).toMatchObject([
      {
        code: 'POLICY_NOT_EVALUATED',
        severity: 'warning',
        args: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', count: 2 },
      },
      { code: 'POLICY_NOT_EVALUATED', args: { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', count: 1 } },
    ]);
    expect(text.slice(problems[0]!.at.start, problems[0]!.at.end)).toContain('name: c1');
  });

  it('does not take a NetworkPolicy of an API version that is not served for one that counts', () => {
    const { tiers, notEvaluated } = readText(policy('extensions/v1beta1', 'NetworkPolicy', 'old'));
    expect(tiers[0]?.policies).toEqual([]);
    expect(notEvaluated).toHaveLength(1);
  });
});
