import type { FormPort } from '../../engine/index.ts';

/** As one field shows it: `8080`, `8000-8010`, `http`; empty for every port of the protocol. */
export const formatPortText = ({ port, endPort }: Pick<FormPort, 'port' | 'endPort'>): string =>
  port === null ? '' : endPort === null ? String(port) : `${port}-${endPort}`;

/** The other way round. Whether a cluster takes it is for the engine to say: what is no number is a name. */
export function readPortText(text: string): Pick<FormPort, 'port' | 'endPort'> {
  const trimmed = text.trim();
  if (trimmed === '') return { port: null, endPort: null };
  const range = /^(\d+)\s*[-–]\s*(\d+)$/.exec(trimmed);
  if (range) return { port: Number(range[1]), endPort: Number(range[2]) };
  return { port: /^\d+$/.test(trimmed) ? Number(trimmed) : trimmed, endPort: null };
}
