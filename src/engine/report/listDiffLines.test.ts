import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { createNodeNames } from './createNodeNames.ts';
import { formatCause } from './formatCause.ts';
import { formatConsequences } from './formatConsequences.ts';
import { formatDiffLine, listDiffLines } from './listDiffLines.ts';
import { computeDiff } from '../diff/computeDiff.ts';

const analyse = (...documents: readonly string[]) =>
  analyseFiles([{ path: 'all.yaml', text: documents.join('---\n') }], { assumeComplete: false });

/** The difference in words: each cause with its consequences and lines. */
const tell = (before: readonly string[], after: readonly string[]): string[] => {
  const diff = computeDiff(analyse(...before), analyse(...after));
  const nameNodes = createNodeNames(diff.nodes);
  return diff.causes.flatMap((effects) => [
    formatCause(diff, effects.cause),
    ...formatConsequences(effects, nameNodes).map(({ text }) => `! ${text}`),
    ...listDiffLines(diff, effects.blocks, nameNodes).map((line) => `${line.kind} ${formatDiffLine(line)}`),
  ]);
};

const deployment = (name: string, namespace = 'shop', label = name) => yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: ${name}, namespace: ${namespace} }
  spec: { template: { metadata: { labels: { app: ${label} } }, spec: { containers: [{ name: main }] } } }
`;

const namespace = (name: string, team: string) => yaml`
  apiVersion: v1
  kind: Namespace
  metadata: { name: ${name}, labels: { team: ${team} } }
`;

const policy = (name: string, spec: string) => yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: ${name}, namespace: shop }
  spec: ${spec}
`;

const shop = [namespace('shop', 'a'), deployment('web'), deployment('api'), deployment('db')];
const deny = policy('deny', '{ podSelector: {}, policyTypes: [Ingress, Egress] }');
const open = (from: string, to: string, port: number) => [
  policy(
    `to-${to}`,
    `{ podSelector: { matchLabels: { app: ${to} } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: ${from} } } }], ports: [{ port: ${port} }] }] }`,
  ),
  policy(
    `from-${from}`,
    `{ podSelector: { matchLabels: { app: ${from} } }, policyTypes: [Egress], egress: [{ to: [{ podSelector: {} }] }] }`,
  ),
];

describe('the difference of two workspaces', () => {
  it('is nothing when text moves, is commented or written in another order', () => {
    const one = policy(
      'p',
      '{ podSelector: {}, ingress: [{ ports: [{ port: 1 }, { port: 2 }] }, { from: [{ podSelector: {} }] }] }',
    );
    const other = policy(
      'p',
      '{ podSelector: {}, policyTypes: [Ingress], ingress: [{ from: [{ podSelector: {} }] }, { ports: [{ port: 1, endPort: 2 }] }] }',
    );
    expect(tell([...shop, one], [`# moved\n${other}`, ...shop.toReversed()])).toEqual([]);
  });

  it('has a line for a policy that isolates, not one for each pair', () => {
    expect(tell(shop, [...shop, deny])).toEqual([
      'NetworkPolicy shop/deny is new',
      '! DNS lost: every workload (no name server on UDP 53 is left)',
      '! Isolated now (ingress): every workload',
      '! Isolated now (egress): every workload',
      'removed every workload ↔ everything: every port',
    ]);
  });

  it('says first what is no longer isolated', () => {
    expect(tell([...shop, deny], shop).slice(0, 3)).toEqual([
      'NetworkPolicy shop/deny is removed',
      '! No longer isolated (ingress): every workload',
      '! No longer isolated (egress): every workload',
    ]);
  });

  it('names the rule that changed', () => {
    const [to, from] = open('web', 'api', 8080);
    const [changed] = open('web', 'api', 9090);
    expect(tell([...shop, deny, to!, from!], [...shop, deny, changed!, from!])).toEqual([
      'NetworkPolicy shop/to-api changed: spec.ingress[0] changed',
      'changed shop/web → shop/api: TCP 8080 → TCP 9090',
    ]);
  });

  it('finds the cause in labels of a workload and of a namespace', () => {
    const ops = deployment('monitor', 'ops');
    const rule = policy(
      'p',
      '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: red } }, podSelector: { matchLabels: { app: monitor } } }] }] }',
    );
    const before = [...shop, ops, rule, namespace('ops', 'blue')];
    expect(tell(before, [...shop, ops, rule, namespace('ops', 'red')])).toEqual([
      'Namespace ops changed: other labels',
      'added ops/monitor → all 3 workloads of shop: every port',
    ]);
    expect(
      tell(
        [...shop, ops, rule, namespace('ops', 'red')],
        [...shop, deployment('monitor', 'ops', 'other'), rule, namespace('ops', 'red')],
      ),
    ).toEqual([
      'Deployment ops/monitor changed: other labels',
      'removed ops/monitor → all 3 workloads of shop: every port',
    ]);
  });

  it('says when what was certain is not any more', () => {
    const ops = deployment('monitor', 'ops');
    const rule = policy(
      'p',
      '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: red } } }] }] }',
    );
    const lines = tell([...shop, ops, rule, namespace('ops', 'red')], [...shop, ops, rule]);
    expect(lines).toEqual([
      'Namespace ops: its labels are no longer in the import',
      'changed ops/monitor → all 3 workloads of shop: every port (allowed before, uncertain now)',
    ]);
  });

  it('lists external addresses together although the policies cut them', () => {
    const block = (...cidrs: readonly string[]) =>
      policy(
        'p',
        `{ podSelector: {}, policyTypes: [Egress], egress: [{ to: [${cidrs.map((cidr) => `{ ipBlock: { cidr: ${cidr} } }`).join()}] }] }`,
      );
    expect(tell([...shop, block('10.0.0.0/16')], [...shop, block('10.0.0.0/8', '10.1.0.0/16')])).toEqual([
      'NetworkPolicy shop/p changed: spec.egress[0] changed',
      'added every workload → 10.1.0.0-10.255.255.255: every port',
    ]);
  });

  it('lists workloads of one namespace that are new together, and says what has no effect', () => {
    const added = [deployment('one', 'ops'), deployment('two', 'ops'), deployment('three', 'ops')];
    const lines = tell(
      [...shop, deny],
      [...shop, deny, ...added, policy('extra', '{ podSelector: { matchLabels: { app: nobody } } }')],
    );
    expect(lines[0]).toBe('3 workloads of ops are new');
    expect(lines.slice(-2)).toEqual(['NetworkPolicy shop/extra is new', 'Namespace ops is new']);
    expect(lines).toContain(
      'added all 3 workloads of ops ↔ all 3 workloads of ops and everything outside the cluster: every port',
    );
  });

  it('says that a policy which is no longer valid has no effect', () => {
    const [to] = open('web', 'api', 8080);
    const [head = ''] = tell([...shop, to!], [...shop, to!.replace('port: 8080', 'port: 80800')]);
    expect(head).toBe('NetworkPolicy shop/to-api is not valid, so it has no effect');
  });

  it('names changed policies of kinds that are not evaluated', () => {
    const other = (value: string) => yaml`
      apiVersion: cilium.io/v2
      kind: CiliumNetworkPolicy
      metadata: { name: c, namespace: shop }
      spec: { description: ${value} }
    `;
    expect(
      tell([...shop, other('a')], [...shop, other('a').replace('{ description: a }', '{ "description": "a" }')]),
    ).toEqual([]);
    expect(tell([...shop, other('a')], [...shop, other('b')])).toEqual([
      'CiliumNetworkPolicy shop/c changed; it is not evaluated',
    ]);
  });
});
