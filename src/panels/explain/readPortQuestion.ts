import { protocols, type Protocol } from '../../engine/index.ts';

export type PortQuestion =
  | { readonly ok: true; readonly port: { readonly protocol: Protocol; readonly port: number } | null }
  | { readonly ok: false };

/** Reads `8080`, `udp 53`, `TCP/443` or nothing (the pair as a whole). */
export function readPortQuestion(text: string): PortQuestion {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, port: null };
  const match = /^(?:([a-z]+)\s*[/: ]\s*)?(\d{1,5})$/i.exec(trimmed);
  const protocol = protocols.find((candidate) => candidate === (match?.[1] ?? 'TCP').toUpperCase());
  const port = Number(match?.[2]);
  return match && protocol && port >= 1 && port <= 65535 ? { ok: true, port: { protocol, port } } : { ok: false };
}
