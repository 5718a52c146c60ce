import { createNamespaces } from './createNamespaces.mjs';
import { createMachines, createPodObject, createWorkloadObject } from './createObjects.mjs';
import { createPolicies } from './createPolicies.mjs';
import { createRandom } from './createRandom.mjs';
import { createWorkloads } from './createWorkloads.mjs';
import { emitYaml } from './emitYaml.mjs';

/**
 * A cluster that looks like a real one, the same for the same arguments: per namespace its objects (itself, workloads, pods)
 * and its policies, as plain API objects. `pods` is `real` for what a dump shows, `templates` for what a repository does.
 *
 * @param {{ namespaces: number, workloads: number, podsPerWorkload: number, policies: number, seed: number,
 *   pods: 'real' | 'templates' }} size
 * @returns {{ name: string, objects: object[], policies: object[] }[]}
 */
export function generateCluster({
  namespaces: namespaceCount,
  workloads: count,
  podsPerWorkload,
  policies: policyCount,
  seed,
  pods,
}) {
  const random = createRandom(seed);
  const namespaces = createNamespaces(namespaceCount);
  const workloads = createWorkloads({ namespaces, count, podsPerWorkload, random });
  const policies = createPolicies({ namespaces, workloads, count: policyCount, random });
  const machines = createMachines({ pods: count * podsPerWorkload, random });
  const parts = new Map(namespaces.map(({ name, object }) => [name, { name, objects: [object], policies: [] }]));
  for (const workload of workloads) {
    const { objects } = parts.get(workload.namespace.name);
    objects.push(createWorkloadObject(workload));
    if (pods === 'templates') continue;
    for (let number = 0; number < workload.replicas; number += 1) {
      objects.push(createPodObject(workload, number, { machines, random }));
    }
  }
  for (const { namespace, object } of policies) parts.get(namespace.name).policies.push(object);
  return [...parts.values()];
}

/**
 * As files: for each namespace one with its objects and one with its policies.
 *
 * @param {ReturnType<typeof generateCluster>} cluster
 * @param {'yaml' | 'json'} format
 * @returns {{ path: string, text: string }[]}
 */
export const toFiles = (cluster, format) => cluster.flatMap((part) => toNamespaceFiles(part, format));

/** Those of one namespace; without policies it has one file only. */
export const toNamespaceFiles = ({ name, objects, policies }, format) =>
  [
    { path: `${name}/objects.${format}`, of: objects },
    { path: `${name}/policies.${format}`, of: policies },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ path, of }) => ({ path, text: format === 'json' ? toJsonList(of) : of.map(emitYaml).join('---\n') }));

/** As one list, the way `kubectl get … -A -o yaml` (or json) prints it. */
export function toDump(cluster, format) {
  const items = cluster.flatMap(({ objects, policies }) => [...objects, ...policies]);
  return format === 'json' ? toJsonList(items) : emitYaml({ apiVersion: 'v1', items, kind: 'List' });
}

const toJsonList = (items) => `${JSON.stringify({ apiVersion: 'v1', items, kind: 'List' }, null, 4)}\n`;
