import type { Cluster, Workload } from './Cluster.ts';
import { resolveTargetPort, standsInFront } from './resolvePortOffers.ts';

/** A workload that answers names, and the UDP ports on which its pods do: ascending, never empty. */
export interface NameServer {
  readonly workload: Workload;
  readonly ports: readonly number[];
}

/** Where clients ask. A Service may lead from here to any port of its pods, and a policy sees that port only. */
export const dnsPort = 53;

/**
 * Who answers names in this import: workloads with a container port UDP 53, and those behind a Service's port UDP 53, by
 * whatever port that leads to. In the order of the import.
 */
export function listNameServers({ services, workloads, pods }: Cluster): readonly NameServer[] {
  const fronts = services.flatMap((service) => {
    const ports = service.ports.filter(({ protocol, port }) => protocol === 'UDP' && port === dnsPort);
    return ports.length > 0 ? [{ service, ports }] : [];
  });
  return workloads.flatMap((workload): NameServer[] => {
    const own = workload.ports.some(({ protocol, port }) => protocol === 'UDP' && port === dnsPort) ? [dnsPort] : [];
    const near = fronts.filter(({ service }) => service.namespace === workload.namespace);
    if (own.length === 0 && near.length === 0) return [];
    const members = workload.pods.map((index) => pods[index]!);
    const behind = near
      .filter(({ service }) => standsInFront(service, members))
      .flatMap(({ ports }) => ports.flatMap(({ targetPort }) => resolveTargetPort(targetPort, 'UDP', members)));
    const ports = [...new Set([...own, ...behind])].sort((a, b) => a - b);
    return ports.length > 0 ? [{ workload, ports }] : [];
  });
}
