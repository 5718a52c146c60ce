import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import { emptyPortSet, everyPort, portSetOf, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { PortMatch } from '../policy/PolicyRule.ts';

/**
 * One item of a rule's `ports` at a destination. A name stands for the numbers that the destination pod's containers
 * give it for that protocol (several are possible); external addresses have no container ports, so a name is nothing
 * there (docs/semantics).
 */
export const resolvePort = (match: PortMatch, destination: readonly ContainerPort[]): PortSet => {
  switch (match.type) {
    case 'protocol':
      return portSetOf(match.protocol);
    case 'range':
      return portSetOf(match.protocol, match.from, match.to);
    case 'name':
      return destination
        .filter(({ name, protocol }) => name === match.name && protocol === match.protocol)
        .reduce((set, { port }) => unionPorts(set, portSetOf(match.protocol, port)), emptyPortSet);
  }
};

/** A rule's `ports` at a destination, by whose container ports names are resolved; null: every port. */
export const resolvePorts = (ports: readonly PortMatch[] | null, destination: readonly ContainerPort[]): PortSet =>
  ports === null
    ? everyPort
    : ports.reduce((set, match) => unionPorts(set, resolvePort(match, destination)), emptyPortSet);
