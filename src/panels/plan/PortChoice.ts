import { protocols, type PortChoice, type PortOffer } from '../../engine/index.ts';

export type { PortChoice };

export const sameChoice = (a: PortChoice, b: PortChoice): boolean =>
  a.protocol === b.protocol && a.port === b.port && a.endPort === b.endPort;

export const offerToChoice = ({ protocol, port }: PortOffer): PortChoice => ({ protocol, port, endPort: null });

/** `TCP 8080`, `TCP 8000-8080`, `every UDP port`. */
export function formatPortChoice({ protocol, port, endPort }: PortChoice): string {
  if (port === null) return `every ${protocol} port`;
  return endPort === null ? `${protocol} ${port}` : `${protocol} ${port}-${endPort}`;
}

/** `http 8080`, `dns 53 UDP`: the container's port, never the Service's. */
export function formatOffer({ name, port, protocol }: PortOffer): string {
  const number = protocol === 'TCP' ? String(port) : `${port} ${protocol}`;
  return name === null ? number : `${name} ${number}`;
}

/** Reads `8080`, `8000-8080`, `udp 53`, `sctp` (every port of it); null when it is none of these. */
export function readPortChoice(text: string): PortChoice | null {
  const match = /^(?:([a-z]+))?\s*[/: ]?\s*(?:(\d{1,5})(?:\s*-\s*(\d{1,5}))?)?$/i.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const protocol = protocols.find((candidate) => candidate === (match[1] ?? 'TCP').toUpperCase());
  if (protocol === undefined) return null;
  if (match[2] === undefined) return { protocol, port: null, endPort: null };
  const port = Number(match[2]);
  const endPort = match[3] === undefined ? null : Number(match[3]);
  const isPort = (value: number) => value >= 1 && value <= 65535;
  if (!isPort(port) || (endPort !== null && (!isPort(endPort) || endPort < port))) return null;
  return { protocol, port, endPort: endPort === port ? null : endPort };
}
