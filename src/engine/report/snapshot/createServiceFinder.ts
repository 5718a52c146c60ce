import type { Pod } from '../../cluster/Cluster.ts';
import { standsInFront } from '../../cluster/resolvePortOffers.ts';
import type { ServiceObject } from '../../manifest/KubernetesObject.ts';

/** Services of one namespace, by one label of their selectors: key, then value. */
type ServicesByLabel = Map<string, Map<string, ServiceObject[]>>;

/** Finds the names of the Services in front of pods of one workload, without asking every Service about every pod. */
export const createServiceFinder = (services: readonly ServiceObject[]): ((pods: readonly Pod[]) => string[]) => {
  const byNamespace = new Map<string, ServicesByLabel>();
  for (const service of services) {
    const [entry] = Object.entries(service.selector ?? {});
    if (entry === undefined) continue;
    const [key, value] = entry;
    const byKey = getOrAdd(byNamespace, service.namespace, (): ServicesByLabel => new Map());
    const byValue = getOrAdd(byKey, key, () => new Map<string, ServiceObject[]>());
    getOrAdd(byValue, value, () => []).push(service);
  }
  const order = new Map(services.map((service, index) => [service, index]));
  return (pods) => {
    const found = new Set<ServiceObject>();
    for (const pod of pods) {
      for (const [key, byValue] of byNamespace.get(pod.namespace) ?? []) {
        for (const service of byValue.get(pod.labels[key] ?? '') ?? []) {
          if (!found.has(service) && standsInFront(service, [pod])) found.add(service);
        }
      }
    }
    if (found.size < 2) return [...found].map(({ name }) => name);
    return [...found].sort((a, b) => order.get(a)! - order.get(b)!).map(({ name }) => name);
  };
};

const getOrAdd = <Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
};
