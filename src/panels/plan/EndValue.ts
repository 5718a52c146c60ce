import type { IntentTarget, WorkspaceSnapshot } from '../../engine/index.ts';
import type { ComboboxOption } from '../../ui/Combobox.tsx';
import { findEndpoint, formatEndpoint } from '../node/Endpoint.ts';

/** An end as forms hold it: a node's id, `namespace:NAME`, or `cidr:10.0.0.0/8 except 10.1.0.0/16, 10.2.0.0/16`. */
export type EndValue = string;

const namespacePrefix = 'namespace:';
const blockPrefix = 'cidr:';

/** The Internet as people mean it: everything but the addresses that private networks use (RFC 1918). */
export const internet: EndValue = `${blockPrefix}0.0.0.0/0 except 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16`;

export const toNamespaceValue = (name: string): EndValue => `${namespacePrefix}${name}`;

/** What the engine is asked about. */
export function toTarget(value: EndValue): IntentTarget {
  if (value.startsWith(namespacePrefix)) return { type: 'namespace', name: value.slice(namespacePrefix.length) };
  if (!value.startsWith(blockPrefix)) return { type: 'node', id: value };
  const [cidr = '', except = ''] = value.slice(blockPrefix.length).split(' except ');
  return { type: 'addresses', cidr, except: except === '' ? [] : except.split(', ') };
}

/** Reads `10.0.0.0/8`, `10.0.0.0/8 except 10.1.0.0/16, 10.2.0.0/16` and a bare address; null when it is none of these. */
export function readBlock(text: string): EndValue | null {
  const [first = '', rest, more] = text.trim().split(/\s+except\s+/i);
  if (more !== undefined) return null;
  const blocks = [first, ...(rest === undefined ? [] : rest.split(/[\s,]+/))].map(completeMask);
  if (blocks.includes(null)) return null;
  const [cidr, ...except] = blocks;
  return `${blockPrefix}${cidr}${except.length > 0 ? ` except ${except.join(', ')}` : ''}`;
}

/** Looks like an address with its mask; whether a cluster would accept it is for the engine to say. */
function completeMask(text: string): string | null {
  if (!/^[0-9a-f.:]+(?:\/\d{1,3})?$/i.test(text) || !/[.:]/.test(text)) return null;
  if (text.includes('/')) return text;
  return text.includes(':') ? `${text}/128` : `${text}/32`;
}

/** The name on the screen. */
export function formatEnd(snapshot: WorkspaceSnapshot, value: EndValue): string {
  const target = toTarget(value);
  if (target.type === 'namespace') return `namespace ${target.name}`;
  if (target.type === 'node') return formatEndpoint(findEndpoint(snapshot, target.id));
  return value === internet ? 'the Internet' : value.slice(blockPrefix.length);
}

/** What someone types into the search that is a block of addresses. */
export function offerBlock(query: string): ComboboxOption | null {
  const value = readBlock(query);
  return value === null
    ? null
    : { value, label: value.slice(blockPrefix.length), detail: 'addresses', group: 'Outside the cluster' };
}
