import type { PlanWarning } from '../edits/EditPlan.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { Workload } from '../cluster/Cluster.ts';
import type { PlanningBase } from './PlanningBase.ts';
import { resolveTarget, type TargetEnd } from './resolveTarget.ts';
import { namespaceByName, toPeerItems } from './toPeerItems.ts';

/** Workloads that answer names: those with a container port UDP 53. */
export const listNameServers = ({ connectivity: { cluster } }: PlanningBase): readonly Workload[] =>
  cluster.workloads.filter(({ ports }) => ports.some(({ port, protocol }) => port === 53 && protocol === 'UDP'));

/** An egress rule to the name servers, and who they are. */
export interface DnsRule {
  readonly rule: YamlValue;
  readonly target: string;
  readonly warnings: readonly PlanWarning[];
}

const ports: YamlValue = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
];

/**
 * UDP and TCP 53 to the name servers of the import, for a policy in `namespace`. Where it has none, to where most clusters
 * have theirs, and the plan says so.
 */
export function allowDns(base: PlanningBase, namespace: string): DnsRule {
  const ends = listNameServers(base).flatMap(({ id }): TargetEnd[] => {
    const end = resolveTarget(base, { type: 'node', id });
    return end ? [end] : [];
  });
  const peers = ends.length > 0 ? toPeerItems(base, ends, namespace) : null;
  if (peers !== null) {
    return { rule: { to: peers.items, ports }, target: ends.map(({ id }) => id).join(', '), warnings: [] };
  }
  const usual = {
    namespaceSelector: namespaceByName('kube-system'),
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  return {
    rule: { to: [usual], ports },
    target: 'k8s-app=kube-dns in kube-system',
    warnings: [{ code: 'DNS_BY_CONVENTION', args: {} }],
  };
}
