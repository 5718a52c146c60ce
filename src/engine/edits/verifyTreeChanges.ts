import { toKeyText } from '../manifest/findEntry.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import { isScalarValue } from './replaceValue.ts';
import type { EmptySequence, TreeChange } from './TreeChange.ts';
import { isSequenceValue, type YamlValue } from './YamlValue.ts';

/** A tree without places and styles; maps as entries sorted by key. */
type Plain = string | number | boolean | null | { readonly [part: string]: unknown };

/** Whether `after` is exactly `before` with the changes made: values, keys, aliases, anchors and tags are compared. */
export function verifyTreeChanges(before: SourceNode, after: SourceNode, changes: readonly TreeChange[]): boolean {
  return JSON.stringify(toPlain(before, changes)) === JSON.stringify(toPlain(after, []));
}

/** Whether two trees mean the same: values, keys, aliases, anchors and tags. */
export const equalTrees = (a: SourceNode, b: SourceNode): boolean => verifyTreeChanges(a, b, []);

function toPlain(node: SourceNode, changes: readonly TreeChange[]): Plain {
  if (node.type === 'alias') return { alias: node.name };
  const marks = { ...(node.anchor && { anchor: node.anchor }), ...(node.tag && { tag: node.tag }) };
  const wrap = (value: unknown): Plain => ({ ...marks, value });
  if (node.type === 'scalar') return wrap(node.value);
  if (node.type === 'seq') return wrap({ items: node.items.map((item) => toPlain(item, changes)) });
  const entries = node.entries.map(({ key, value }): [string, Plain] => [toKeyText(key), toPlain(value, changes)]);
  const changed = changes
    .filter(({ map }) => map === node)
    .reduce((current, change) => changeEntries(current, change), entries);
  return wrap({ entries: [...changed].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)) });
}

function changeEntries(entries: readonly [string, Plain][], change: TreeChange): [string, Plain][] {
  const index = entries.findLastIndex(([key]) => key === change.key);
  const old = entries[index]?.[1];
  const replaced = (value: Plain | null): [string, Plain][] => {
    const written: [string, Plain][] = value === null ? [] : [[change.key, value]];
    return index === -1
      ? [...entries, ...written]
      : [...entries.slice(0, index), ...written, ...entries.slice(index + 1)];
  };
  if (change.type === 'addEntry') return replaced(toPlainValue(change.value));
  if (change.type === 'setValue') return replaced({ ...listKept(old, change.value), ...toPlainMap(change.value) });
  if (change.type === 'removeEntry') return replaced(null);
  if (change.type === 'setKey') {
    return old === undefined || entries.some(([key]) => key === change.to)
      ? [...entries]
      : (entries.with(index, [change.to, old]) as [string, Plain][]);
  }
  const items = readItems(old);
  const marks = typeof old === 'object' && old !== null ? old : {};
  if (change.type === 'addItems') {
    return replaced({ ...marks, value: { items: [...items, ...change.items.map(toPlainValue)] } });
  }
  if (change.type === 'setItem') {
    return replaced({
      ...marks,
      value: { items: items.with(change.position, toPlainItem(items[change.position], change.value)) },
    });
  }
  const left = items.filter((_, position) => !change.positions.includes(position));
  return replaced(left.length > 0 ? { ...marks, value: { items: left } } : toEmpty(change.whenEmpty));
}

/** The anchor of a scalar that becomes another scalar stays. */
const listKept = (old: Plain | undefined, value: YamlValue): { readonly anchor?: unknown } =>
  isScalarValue(value) && typeof old === 'object' && old !== null && 'anchor' in old ? { anchor: old['anchor'] } : {};

const toPlainItem = (old: unknown, value: YamlValue): Plain => ({
  ...listKept(old as Plain, value),
  ...toPlainMap(value),
});

const toPlainMap = (value: YamlValue): { readonly [part: string]: unknown } => toPlainValue(value) as never;

const toEmpty = (whenEmpty: EmptySequence): Plain | null =>
  whenEmpty === 'absent' ? null : { value: whenEmpty === 'empty' ? { items: [] } : null };

function readItems(value: Plain | undefined): readonly unknown[] {
  const inner = typeof value === 'object' && value !== null ? value['value'] : null;
  const items = typeof inner === 'object' && inner !== null && 'items' in inner ? inner.items : [];
  return Array.isArray(items) ? items : [];
}

/** What parsing a written value gives. */
function toPlainValue(value: YamlValue): Plain {
  if (value === null || typeof value !== 'object') return { value };
  if (isSequenceValue(value)) return { value: { items: value.map(toPlainValue) } };
  const entries = Object.entries(value).map(([key, child]): [string, Plain] => [key, toPlainValue(child)]);
  return { value: { entries: entries.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)) } };
}

/** Whether a tree is what parsing the written value gives. */
export const equalsValue = (tree: SourceNode, value: YamlValue): boolean =>
  JSON.stringify(toPlain(tree, [])) === JSON.stringify(toPlainValue(value));
