import { protocols, type NewPort } from '../../engine/index.ts';

/** Reads `app=web, tier=front`; null when a part is no `key=value`. Empty text: no labels. */
export function parseLabels(text: string): Readonly<Record<string, string>> | null {
  const parts = splitParts(text).map((part) => /^([^=\s]+)\s*[=:]\s*(\S*)$/.exec(part));
  return parts.includes(null) ? null : Object.fromEntries(parts.map((part) => [part?.[1] ?? '', part?.[2] ?? '']));
}

/** `app=web, tier=front`. */
export const formatLabels = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');

/** Reads `http 8080, 53/udp, dns 53 udp`; null when a part is none of these. Empty text: no ports. */
export function parsePorts(text: string): readonly NewPort[] | null {
  const ports = splitParts(text).map((part): NewPort | null => {
    const match = /^(?:([a-z][a-z0-9-]*)[\s:]+)?(\d{1,5})(?:[\s/]+([a-z]+))?$/i.exec(part);
    const protocol = protocols.find((one) => one === (match?.[3] ?? 'TCP').toUpperCase());
    return match && protocol ? { name: match[1] ?? null, port: Number(match[2]), protocol } : null;
  });
  return ports.includes(null) ? null : ports.flatMap((port) => port ?? []);
}

const splitParts = (text: string): readonly string[] =>
  text
    .split(/[,\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
