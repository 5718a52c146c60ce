import type { ContainerPort } from '../../engine/index.ts';

/** `http 8080, metrics 9090 UDP`: TCP goes without saying. */
export const formatContainerPorts = (ports: readonly ContainerPort[]): string =>
  ports
    .map(({ name, port, protocol }) =>
      [name, String(port), protocol === 'TCP' ? null : protocol].filter((part) => part !== null).join(' '),
    )
    .join(', ');
