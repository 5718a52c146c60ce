import { describe, expect, it } from 'vitest';
import { analyse } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { emptyIpSet, equalIpSets, everyAddress, intersectIps, isEmptyIpSet, unionIps } from '../net/ipAlgebra.ts';
import type { ExternalEndpoint } from './Connectivity.ts';

/** The external endpoints of a cluster with one policy whose egress rule has these ipBlocks. */
const externalsOf = (...blocks: string[]): readonly ExternalEndpoint[] =>
  analyse(yaml`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: policy, namespace: shop}
    spec:
      policyTypes: [Egress]
      egress: [{to: [${blocks.map((block) => `{ipBlock: ${block}}`).join(', ')}]}]
  `).externals;

const describeAll = (externals: readonly ExternalEndpoint[]) =>
  externals.map(({ label, ranges }) => [label, ...ranges]);

describe('the external endpoints', () => {
  it('are one while no policy mentions an address', () => {
    const [all, ...others] = analyse('').externals;
    expect(others).toEqual([]);
    expect(all).toMatchObject({
      index: 0,
      id: 'external:0.0.0.0-255.255.255.255',
      label: 'All external addresses',
      ranges: ['0.0.0.0-255.255.255.255', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    });
  });

  it('are cut by every block and every except', () => {
    expect(describeAll(externalsOf('{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}'))).toEqual([
      [
        'Other external addresses',
        '0.0.0.0-9.255.255.255',
        '10.1.0.0-10.1.255.255',
        '11.0.0.0-255.255.255.255',
        '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
      ],
      ['10.0.0.0/8 except 10.1.0.0/16', '10.0.0.0-10.0.255.255', '10.2.0.0-10.255.255.255'],
    ]);
  });

  it('that no block tells apart are one, in as many pieces as they have', () => {
    const externals = externalsOf('{cidr: 10.0.0.0/8}', '{cidr: 10.0.0.0/8}', "{cidr: '::/0'}", '{cidr: 0.0.0.0/0}');
    expect(externals.map(({ ranges }) => ranges)).toEqual([
      ['0.0.0.0-9.255.255.255', '11.0.0.0-255.255.255.255'],
      ['10.0.0.0-10.255.255.255'],
      ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ]);
  });

  it('nest and overlap without losing or doubling an address', () => {
    const externals = externalsOf(
      '{cidr: 0.0.0.0/0, except: [10.0.0.0/8, 192.168.0.0/16]}',
      '{cidr: 10.0.0.0/9}',
      '{cidr: 10.64.0.0/10}',
      '{cidr: 0.0.0.0/1}',
      "{cidr: '2001:db8::/32', except: ['2001:db8:1::/48']}",
      "{cidr: 'ffff::/16'}",
      '{cidr: 255.255.255.255/32}',
    );
    let seen = emptyIpSet;
    for (const { addresses } of externals) {
      expect(isEmptyIpSet(intersectIps(seen, addresses))).toBe(true);
      seen = unionIps(seen, addresses);
    }
    expect(equalIpSets(seen, everyAddress)).toBe(true);
    expect(new Set(externals.map(({ id }) => id)).size).toBe(externals.length);
    expect(new Set(externals.map(({ label }) => label)).size).toBe(externals.length);
  });

  it('are called by their CIDR, by the block they are all of, or by what they are left of', () => {
    const externals = externalsOf('{cidr: 0.0.0.0/0}', '{cidr: 10.0.0.0/8}', '{cidr: 10.1.0.0/16}');
    expect(externals.map(({ label }) => label)).toEqual([
      'Rest of 0.0.0.0/0',
      'Rest of 10.0.0.0/8',
      '10.1.0.0/16',
      'Other external addresses',
    ]);
  });

  it('are not cut by rules without effect', () => {
    const text = yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: policy, namespace: shop}
      spec:
        policyTypes: [Ingress]
        egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
    `;
    expect(analyse(text).externals).toHaveLength(1);
  });
});
