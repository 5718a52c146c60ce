import { dnsPort, listNameServers, type NameServer } from '../cluster/listNameServers.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import { hasPort } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { FlowChange } from './FlowChange.ts';
import type { Consequence } from './Proposal.ts';

/**
 * Workloads that lose a name server (`cluster/listNameServers`) and reach none any more; where the import has none, those that
 * lose anything on UDP 53. `rename`: the id after the change of what had another before.
 */
export function findDnsLost(
  after: Connectivity,
  changes: readonly FlowChange[],
  rename: (id: string) => string,
): readonly Consequence[] {
  const { workloads } = after.cluster;
  const servers = listNameServers(after.cluster);
  const portsById = new Map<string, readonly number[]>(servers.map(({ workload, ports }) => [workload.id, ports]));
  const portsOf = (id: string): readonly number[] =>
    servers.length === 0 ? [dnsPort] : (portsById.get(rename(id)) ?? []);
  const isLost = ({ to, ...change }: FlowChange): boolean => {
    const ports = portsOf(to);
    return (
      answers([change.before, change.uncertainBefore], ports) && !answers([change.after, change.uncertainAfter], ports)
    );
  };
  // A name server reaches itself.
  const losers = new Set(
    changes.filter((change) => !portsById.has(rename(change.from)) && isLost(change)).map(({ from }) => from),
  );
  return [...losers]
    .filter((id) => {
      const pod = workloads.find((candidate) => candidate.id === rename(id))?.pods[0];
      return pod !== undefined && !servers.some((server) => isReached(after, pod, server));
    })
    .map((node) => ({ code: 'DNS_LOST', node, direction: null }));
}

const answers = (sets: readonly PortSet[], ports: readonly number[]): boolean =>
  ports.some((port) => sets.some((set) => hasPort(set, 'UDP', port)));

const isReached = (connectivity: Connectivity, from: number, { workload, ports }: NameServer): boolean =>
  workload.pods.some((to) => {
    const flow = connectivity.flow({ type: 'pod', index: from }, { type: 'pod', index: to });
    return answers([flow.ports, flow.uncertain], ports);
  });
