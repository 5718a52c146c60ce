import type { Pod } from '../cluster/Cluster.ts';
import type { HoverFact } from './Hover.ts';

/** The numbers that the containers of some pods give a port's name. */
export const describeNamedPort = (pods: readonly Pod[], name: string): HoverFact => {
  const found = new Map<string, { port: number; protocol: string; workloads: string[] }>();
  for (const pod of pods) {
    for (const { name: own, port, protocol } of pod.ports) {
      if (own !== name) continue;
      const key = `${protocol}/${port}`;
      const known = found.get(key) ?? { port, protocol, workloads: [] };
      if (!known.workloads.includes(pod.workload)) known.workloads.push(pod.workload);
      found.set(key, known);
    }
  }
  return { code: 'namedPort', name, ports: [...found.values()].sort((a, b) => a.port - b.port) };
};
