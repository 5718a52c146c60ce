import { describe, expect, it } from 'vitest';
import type { ApiNetworkPolicy, ApiObject } from './ApiObject.ts';
import { readNaiveAddress, isInCidr } from './naiveAddress.ts';
import { isAllowed } from './naiveEvaluator.ts';
import { readNaiveModel } from './naiveModel.ts';
import type { OracleCase } from './oracles/OracleCase.ts';
import { readCyclonusCases } from './oracles/readCyclonusCases.ts';
import { readKubernetesCases } from './oracles/readKubernetesCases.ts';
import { findShared, skipNote } from './oracles/sharedFolder.ts';

const disagreements = ({ title, objects, verdicts }: OracleCase): string[] => {
  const model = readNaiveModel(objects);
  const podAt = (at: string) => {
    const pod = model.pods.find(({ id }) => id === at.replace('/', '/Pod/'));
    if (!pod) throw new Error(`no pod ${at}`);
    return pod;
  };
  return verdicts
    .filter(
      ({ from, to, protocol, port, allowed }) => isAllowed(model, podAt(from), podAt(to), protocol, port) !== allowed,
    )
    .map(({ from, to, protocol, port, allowed }) => `${title}: ${from} → ${to} ${protocol}/${port} is ${allowed}`);
};

const pod = (name: string, more: { ips?: string[]; node?: string; hostNetwork?: boolean } = {}): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app: name } },
  spec: { hostNetwork: more.hostNetwork ?? false, containers: [{ name: 'main', image: 'main' }] },
  status: { podIPs: (more.ips ?? []).map((ip) => ({ ip })), ...(more.node && { hostIP: more.node }) },
});

const policy = (spec: ApiNetworkPolicy['spec']): ApiObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'policy' },
  spec,
});

const isOpen = (objects: ApiObject[], from: string, to: string): boolean => {
  const model = readNaiveModel(objects);
  const end = (name: string) => model.pods.find(({ id }) => id.endsWith(`/${name}`)) ?? { address: name };
  return isAllowed(model, end(from), end(to), 'TCP', 80);
};

describe('the naive evaluator', () => {
  it('lets a pod reach itself and its node, whatever is denied', () => {
    const objects = [
      pod('a', { node: '192.0.2.1' }),
      pod('agent', { node: '192.0.2.1', hostNetwork: true }),
      pod('other-agent', { node: '192.0.2.2', hostNetwork: true }),
      policy({ policyTypes: ['Ingress', 'Egress'] }),
    ];
    expect(isOpen(objects, 'a', 'a')).toBe(true);
    expect(isOpen(objects, 'agent', 'a')).toBe(true);
    expect(isOpen(objects, 'a', 'agent')).toBe(true);
    expect(isOpen(objects, 'other-agent', 'a')).toBe(false);
    expect(isOpen(objects, 'a', 'other-agent')).toBe(false);
  });

  it('isolates ingress too when only egress rules are written', () => {
    const objects = [pod('a'), pod('b'), policy({ podSelector: { matchLabels: { app: 'b' } }, egress: [{}] })];
    expect(isOpen(objects, 'a', 'b')).toBe(false);
    expect(isOpen(objects, 'b', 'a')).toBe(true);
  });

  it('does not isolate egress for an empty list of egress rules without policyTypes', () => {
    const objects = [pod('a'), pod('b'), policy({ podSelector: { matchLabels: { app: 'a' } }, egress: [] })];
    expect(isOpen(objects, 'a', 'b')).toBe(true);
    expect(isOpen(objects, 'b', 'a')).toBe(false);
  });

  it('matches an ipBlock by any one address of a pod that no except covers', () => {
    const objects = [
      pod('a', { ips: ['10.0.0.5', 'fd00::5'] }),
      pod('b'),
      policy({
        podSelector: { matchLabels: { app: 'b' } },
        ingress: [
          { from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/24'] } }, { ipBlock: { cidr: 'fd00::/64' } }] },
        ],
      }),
    ];
    expect(isOpen(objects, 'a', 'b')).toBe(true);
    expect(isOpen(objects, '10.0.0.5', 'b')).toBe(false);
    expect(isOpen(objects, '10.0.1.5', 'b')).toBe(true);
    expect(isOpen(objects, 'fd00:0:0:1::5', 'b')).toBe(false);
  });

  it('reads addresses of both families', () => {
    expect(readNaiveAddress('10.0.0.255')).toEqual({ family: 4, value: 0x0a0000ffn });
    expect(readNaiveAddress('::ffff:10.0.0.255')).toEqual({ family: 4, value: 0x0a0000ffn });
    expect(readNaiveAddress('2001:db8::1')).toEqual({ family: 6, value: (0x20010db8n << 96n) + 1n });
    expect(isInCidr(readNaiveAddress('10.0.0.255'), '::/0')).toBe(false);
    expect(isInCidr(readNaiveAddress('10.0.0.255'), '::ffff:10.0.0.0/120')).toBe(true);
  });

  const kubernetes = findShared('oracles/k8s_e2e_netpol.json');
  it.skipIf(!kubernetes)(
    `agrees with Kubernetes' own end-to-end cases${skipNote('oracles/k8s_e2e_netpol.json', kubernetes)}`,
    () => {
      const cases = readKubernetesCases(kubernetes ?? '');
      expect(cases.flatMap(({ verdicts }) => verdicts)).toHaveLength(506);
      expect(cases.flatMap(disagreements)).toEqual([]);
    },
  );

  const cyclonus = findShared('oracles/cyclonus.json.gz');
  it.skipIf(!cyclonus)(`agrees with the tables of cyclonus${skipNote('oracles/cyclonus.json.gz', cyclonus)}`, () => {
    const cases = readCyclonusCases(cyclonus ?? '');
    expect(cases.flatMap(({ verdicts }) => verdicts).length).toBeGreaterThan(70_000);
    expect(cases.flatMap(disagreements)).toEqual([]);
  });
});
