import type { Protocol } from '../net/PortSet.ts';
import { matchesSelector } from '../labels/matchesSelector.ts';
import type { Cluster, Pod } from './Cluster.ts';
import type { ServiceObject } from '../manifest/KubernetesObject.ts';

/** A port that can be asked for on a target: the container's, never the Service's. */
export interface PortOffer {
  readonly protocol: Protocol;
  readonly port: number;
  readonly name: string | null;
  /** Services in front of it whose targetPort is this one, with their own port: `api:80`. */
  readonly services: readonly string[];
}

/**
 * The ports of a workload's containers, and those that only a Service's targetPort names (containers need not declare
 * their ports). Ascending; empty for an external endpoint or an unknown id.
 */
export function resolvePortOffers(cluster: Cluster, workloadId: string): readonly PortOffer[] {
  const workload = cluster.workloads.find(({ id }) => id === workloadId);
  if (!workload) return [];
  const pods = workload.pods.map((index) => cluster.pods[index]!);
  const offers = new Map<string, PortOffer>();
  const add = (offer: Omit<PortOffer, 'services'>, service: string | null): void => {
    const key = `${offer.protocol}/${offer.port}`;
    const known = offers.get(key) ?? { ...offer, services: [] };
    const services =
      service === null || known.services.includes(service) ? known.services : [...known.services, service];
    offers.set(key, { ...known, name: known.name ?? offer.name, services });
  };
  for (const { protocol, port, name } of pods.flatMap((pod) => pod.ports)) add({ protocol, port, name }, null);
  for (const service of cluster.services.filter((candidate) => standsInFront(candidate, pods))) {
    for (const { protocol, port, targetPort } of service.ports) {
      for (const number of resolveTargetPort(targetPort, protocol, pods)) {
        add({ protocol, port: number, name: null }, `${service.name}:${port}`);
      }
    }
  }
  return [...offers.values()].sort((a, b) => a.port - b.port || a.protocol.localeCompare(b.protocol));
}

/** Whether the Service sends traffic to one of the pods: same namespace, and its selector (not empty) matches. */
export const standsInFront = (service: ServiceObject, pods: readonly Pod[]): boolean => {
  const { selector } = service;
  if (selector === null || Object.keys(selector).length === 0) return false;
  return pods.some(
    (pod) =>
      pod.namespace === service.namespace &&
      matchesSelector({ matchLabels: selector, matchExpressions: [] }, pod.labels),
  );
};

/** The container ports that a Service's `targetPort` means on these pods: a number as it is, a name as each pod has it. */
export function resolveTargetPort(
  target: number | string,
  protocol: Protocol,
  pods: readonly Pod[],
): readonly number[] {
  if (typeof target === 'number') return [target];
  const ports = pods.flatMap((pod) => pod.ports).filter((port) => port.name === target && port.protocol === protocol);
  return [...new Set(ports.map(({ port }) => port))];
}
