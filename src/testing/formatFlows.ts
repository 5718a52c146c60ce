import { protocols, type PortSet } from '../engine/net/PortSet.ts';
import type { Connectivity, FlowEnd } from '../engine/connectivity/Connectivity.ts';

/** `TCP 80,8000-8080 UDP 53`, `all` or `none`. */
const formatPorts = (ports: PortSet): string => {
  const parts = protocols
    .filter((protocol) => ports[protocol].length > 0)
    .map((protocol) => {
      const intervals = ports[protocol].map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
      return intervals[0] === '1-65535' ? protocol : `${protocol} ${intervals.join(',')}`;
    });
  if (parts.length === 0) return 'none';
  return parts.join(' ') === protocols.join(' ') ? 'all' : parts.join(' ');
};

/**
 * Workload-level flows as lines for a test to spell out: `shop/web → shop/api : TCP 8080`. An external end is its first range. Ports that only some pairs of pods have
 * follow after `some:`. Flows that are only open by default are left out unless asked for.
 */
export const formatFlows = (
  connectivity: Connectivity,
  { openByDefault = false }: { openByDefault?: boolean } = {},
): string[] => {
  const nameOf = (end: FlowEnd): string => {
    if (end.type === 'external') {
      const [first = '', ...rest] = connectivity.externals[end.index]?.ranges ?? [];
      return rest.length > 0 ? `${first},…` : first;
    }
    const workload = connectivity.cluster.workloads[end.index];
    return `${workload?.namespace}/${workload?.name}`;
  };
  return connectivity
    .workloadFlows()
    .filter(({ allowedBy }) => openByDefault || allowedBy === 'rule')
    .map(({ from, to, ports, partial }) => {
      const some = formatPorts(partial) === 'none' ? '' : ` some: ${formatPorts(partial)}`;
      return `${nameOf(from)} → ${nameOf(to)} : ${formatPorts(ports)}${some}`;
    })
    .sort();
};
