import type { PlanWarning } from '../edits/EditPlan.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { dnsPort, listNameServers } from '../cluster/listNameServers.ts';
import type { PlanningBase } from './PlanningBase.ts';
import { resolveTarget, type TargetEnd } from './resolveTarget.ts';
import { namespaceByName, toPeerItems } from './toPeerItems.ts';

/** Egress rules to the name servers, and who they are. */
export interface DnsRules {
  readonly rules: readonly YamlValue[];
  readonly target: string;
  readonly warnings: readonly PlanWarning[];
}

const toPorts = (ports: readonly number[]): YamlValue =>
  ports.flatMap((port) => [
    { protocol: 'UDP', port },
    { protocol: 'TCP', port },
  ]);

/**
 * To the name servers of the import, for a policy in `namespace`: UDP and TCP on the ports of their pods (53, unless a Service
 * leads to another). Where it has none, to where most clusters have theirs, and the plan says so.
 */
export function allowDns(base: PlanningBase, namespace: string): DnsRules {
  const byPorts = new Map<string, { readonly ports: readonly number[]; readonly ends: TargetEnd[] }>();
  for (const { workload, ports } of listNameServers(base.connectivity.cluster)) {
    const end = resolveTarget(base, { type: 'node', id: workload.id });
    if (end === null) continue;
    const known = byPorts.get(ports.join()) ?? { ports, ends: [] };
    known.ends.push(end);
    byPorts.set(ports.join(), known);
  }
  const reached = [...byPorts.values()].flatMap(({ ports, ends }) => {
    const peers = toPeerItems(base, ends, namespace);
    return peers === null ? [] : [{ ends, rule: { to: peers.items, ports: toPorts(ports) } }];
  });
  if (reached.length > 0) {
    const target = reached.flatMap(({ ends }) => ends.map(({ id }) => id)).join(', ');
    return { rules: reached.map(({ rule }) => rule), target, warnings: [] };
  }
  const usual = {
    namespaceSelector: namespaceByName('kube-system'),
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  return {
    rules: [{ to: [usual], ports: toPorts([dnsPort]) }],
    target: 'k8s-app=kube-dns in kube-system',
    warnings: [{ code: 'DNS_BY_CONVENTION', args: {} }],
  };
}
