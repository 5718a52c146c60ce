import type { ContainerPort } from '../../engine/index.ts';

/** `http 8080, metrics 9090 UDP, 9000–9010`: TCP goes without saying, and ports without names that follow each other are one. */
export function formatContainerPorts(ports: readonly ContainerPort[]): string {
  const parts: string[] = [];
  for (let at = 0; at < ports.length; at += 1) {
    const first = ports[at]!;
    let last = first;
    while (first.name === null && follows(ports[at + 1], last)) {
      at += 1;
      last = ports[at]!;
    }
    const numbers = last === first ? String(first.port) : `${first.port}–${last.port}`;
    parts.push([first.name, numbers, first.protocol === 'TCP' ? null : first.protocol].filter(Boolean).join(' '));
  }
  return parts.join(', ');
}

const follows = (port: ContainerPort | undefined, before: ContainerPort): boolean =>
  port?.name === null && port.protocol === before.protocol && port.port === before.port + 1;
