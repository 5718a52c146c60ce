import type { LabelOperator } from '../../labels/LabelSelector.ts';
import { findEntry, listEntries, toKeyText } from '../../manifest/findEntry.ts';
import { resolveAlias, type ResolvedNode } from '../../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode } from '../../manifest/SourceNode.ts';
import type { FormBlock, FormPort, FormRequirement, FormSelector } from './PolicyForm.ts';

const operators: readonly string[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'] satisfies LabelOperator[];
const isOperator = (text: string): text is LabelOperator => operators.includes(text);

/** What a key stands for, aliases and merge keys followed; null where it is absent or null. */
export function findValue(map: SourceMap, key: string): ResolvedNode | null {
  const entry = findEntry(map, key);
  const value = entry ? resolveAlias(entry.value) : null;
  return value?.type === 'scalar' && value.value === null ? null : value;
}

/** The items of a list as written, aliases too; none where there is no list. */
export function readItems(map: SourceMap | null, key: string): readonly SourceNode[] {
  const value = map && findValue(map, key);
  return value?.type === 'seq' ? value.items : [];
}

/** The text of a scalar that is no null. */
const readText = (node: SourceNode | null): string | null => {
  const value = node && resolveAlias(node);
  return value?.type === 'scalar' && value.value !== null ? value.text : null;
};

/** Null when it has anything else than the four operators on plain values. */
export function readSelector(node: ResolvedNode): FormSelector | null {
  if (node.type !== 'map' || !hasOnly(node, ['matchLabels', 'matchExpressions'])) return null;
  const labels = findValue(node, 'matchLabels');
  if (labels !== null && labels.type !== 'map') return null;
  const expressions = findValue(node, 'matchExpressions');
  if (expressions !== null && expressions.type !== 'seq') return null;
  const requirements = [
    ...(labels === null ? [] : listEntries(labels)).map(({ key, value }): FormRequirement | null => {
      const text = readText(value);
      return text === null ? null : { key: toKeyText(key), operator: 'Equals', values: [text] };
    }),
    ...(expressions?.items ?? []).map(readRequirement),
  ];
  return requirements.every((requirement) => requirement !== null) ? { requirements } : null;
}

function readRequirement(item: SourceNode): FormRequirement | null {
  const map = resolveAlias(item);
  if (map.type !== 'map' || !hasOnly(map, ['key', 'operator', 'values'])) return null;
  const key = readText(findValue(map, 'key'));
  const operator = readText(findValue(map, 'operator'));
  const values = readTexts(map, 'values');
  return key !== null && operator !== null && isOperator(operator) && values !== null
    ? { key, operator, values }
    : null;
}

export function readBlock(node: ResolvedNode | null): FormBlock | null {
  if (node?.type !== 'map' || !hasOnly(node, ['cidr', 'except'])) return null;
  const cidr = readText(findValue(node, 'cidr'));
  const except = readTexts(node, 'except');
  return cidr !== null && except !== null ? { type: 'addresses', cidr, except } : null;
}

export function readPort(item: SourceNode): FormPort | null {
  const map = resolveAlias(item);
  if (map.type !== 'map' || !hasOnly(map, ['protocol', 'port', 'endPort'])) return null;
  const [protocol, port, endPort] = ['protocol', 'port', 'endPort'].map((key) => findValue(map, key));
  if (endPort && !(endPort.type === 'scalar' && typeof endPort.value === 'number')) return null;
  if (port && !(port.type === 'scalar' && (typeof port.value === 'number' || typeof port.value === 'string')))
    return null;
  if (protocol && protocol.type !== 'scalar') return null;
  return {
    type: 'port',
    protocol: protocol ? protocol.text : null,
    port: port ? (port.value as number | string) : null,
    endPort: endPort ? (endPort.value as number) : null,
  };
}

/** The texts of a list of scalars; null when it is none. */
function readTexts(map: SourceMap, key: string): readonly string[] | null {
  const value = findValue(map, key);
  if (value === null) return [];
  if (value.type !== 'seq') return null;
  const texts = value.items.map(readText);
  return texts.every((text) => text !== null) ? texts : null;
}

const hasOnly = (map: SourceMap, keys: readonly string[]): boolean =>
  listEntries(map).every(({ key }) => keys.includes(toKeyText(key)));
