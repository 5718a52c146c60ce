import { findEntry, listEntries, toKeyText } from './findEntry.ts';
import type { ReadContext } from './ReadContext.ts';
import { enterField, enterItem, reportProblem } from './ReadContext.ts';
import { resolveAlias } from './resolveAlias.ts';
import type { ResolvedNode } from './resolveAlias.ts';
import type { TextRange } from './SourceFile.ts';
import type { SourceMap, SourceNode, SourceScalar } from './SourceNode.ts';

/** A node and the context that stands at it. `range` is where it is written (the alias, if it is one). */
export interface FieldNode<Node extends SourceNode = SourceNode> {
  readonly node: Node;
  readonly range: TextRange;
  readonly context: ReadContext;
}

const isNull = (node: SourceNode): boolean => node.type === 'scalar' && node.value === null;

const nameType = (node: ResolvedNode): string => {
  if (node.type === 'map') return 'map';
  if (node.type === 'seq') return 'list';
  if (node.value === null) return 'null';
  return typeof node.value;
};

/** FIELD_TYPE, error: args `field`, `expected` and `actual` (string, number, boolean, map, list, null), and `value` of a scalar. */
export const reportType = (field: FieldNode, expected: string): void => {
  const node = resolveAlias(field.node);
  reportProblem(field.context, 'FIELD_TYPE', 'error', field.range, {
    expected,
    actual: nameType(node),
    ...(node.type === 'scalar' ? { value: node.text } : {}),
  });
};

/** The field as written, aliases resolved; null when it is absent or null, which the API server treats alike. */
export const readNode = (map: SourceMap, key: string, context: ReadContext): FieldNode<ResolvedNode> | null => {
  const entry = findEntry(map, key);
  if (entry === null) return null;
  const node = resolveAlias(entry.value);
  if (isNull(node)) return null;
  const range = isEmptyRange(entry.value.range) ? entry.key.range : entry.value.range;
  return { node, range, context: enterField(context, key) };
};

const isEmptyRange = (range: TextRange): boolean => range.start === range.end;

/** A string. Numbers and booleans (`yes` too) are no strings for the API server: FIELD_TYPE. */
export const readString = (map: SourceMap, key: string, context: ReadContext): string | null => {
  const field = readNode(map, key, context);
  return field === null ? null : toText(field);
};

/** The string that a field is; reports FIELD_TYPE and returns null when it is none. */
export const toText = (field: FieldNode): string | null => {
  const node = resolveAlias(field.node);
  if (node.type === 'scalar' && typeof node.value === 'string') return node.value;
  reportType(field, 'string');
  return null;
};

/** A whole number. */
export const readInteger = (map: SourceMap, key: string, context: ReadContext): number | null => {
  const field = readNode(map, key, context);
  if (field === null) return null;
  const { node } = field;
  if (node.type === 'scalar' && typeof node.value === 'number' && Number.isInteger(node.value)) return node.value;
  reportType(field, 'integer');
  return null;
};

/** A whole number or a string, as in `port` and `targetPort`. */
export const readIntegerOrString = (map: SourceMap, key: string, context: ReadContext): number | string | null => {
  const field = readNode(map, key, context);
  if (field === null) return null;
  const { node } = field;
  if (node.type === 'scalar') {
    if (typeof node.value === 'string') return node.value;
    if (typeof node.value === 'number' && Number.isInteger(node.value)) return node.value;
  }
  reportType(field, 'integer or string');
  return null;
};

export const readBoolean = (map: SourceMap, key: string, context: ReadContext): boolean | null => {
  const field = readNode(map, key, context);
  if (field === null) return null;
  if (field.node.type === 'scalar' && typeof field.node.value === 'boolean') return field.node.value;
  reportType(field, 'boolean');
  return null;
};

export const readMap = (map: SourceMap, key: string, context: ReadContext): FieldNode<SourceMap> | null => {
  const field = readNode(map, key, context);
  return field === null ? null : toMap(field);
};

/** The map that a field or an item is; reports FIELD_TYPE and returns null when it is none. */
export const toMap = (field: FieldNode): FieldNode<SourceMap> | null => {
  const node = resolveAlias(field.node);
  if (node.type === 'map') return { ...field, node };
  reportType(field, 'map');
  return null;
};

/** The items of a list, each with its own context; null when the field is absent or no list (then reported). */
export const readSeq = (map: SourceMap, key: string, context: ReadContext): readonly FieldNode[] | null => {
  const field = readNode(map, key, context);
  if (field === null) return null;
  if (field.node.type === 'seq') {
    return field.node.items.map((node, index) => ({
      node,
      range: node.range,
      context: enterItem(field.context, index),
    }));
  }
  reportType(field, 'list');
  return null;
};

/** The items of a list of maps; a null item counts as an empty map, as it does for Go's JSON decoder. */
export const readMaps = (map: SourceMap, key: string, context: ReadContext): readonly FieldNode<SourceMap>[] | null => {
  const items = readSeq(map, key, context);
  if (items === null) return null;
  return items.flatMap((item): readonly FieldNode<SourceMap>[] => {
    if (isNull(resolveAlias(item.node))) {
      return [{ ...item, node: { type: 'map', flow: true, range: item.range, entries: [] } }];
    }
    const map = toMap(item);
    return map === null ? [] : [map];
  });
};

/** The items of a list of strings; items of another type are reported and left out. */
export const readStrings = (
  map: SourceMap,
  key: string,
  context: ReadContext,
): readonly { readonly text: string; readonly field: FieldNode }[] | null => {
  const items = readSeq(map, key, context);
  if (items === null) return null;
  return items.flatMap((field) => {
    if (isNull(resolveAlias(field.node))) return [{ text: '', field }];
    const text = toText(field);
    return text === null ? [] : [{ text, field }];
  });
};

/** One entry of a map of strings. */
export interface StringEntry {
  readonly key: string;
  readonly keyNode: SourceScalar;
  readonly value: string;
  readonly field: FieldNode;
}

/** The entries of a map of strings, such as labels; values of another type are reported and left out, null is `''`. */
export const readStringEntries = (map: SourceMap, key: string, context: ReadContext): readonly StringEntry[] | null => {
  const labels = readMap(map, key, context);
  if (labels === null) return null;
  return listEntries(labels.node).flatMap((entry) => {
    const name = toKeyText(entry.key);
    const node = resolveAlias(entry.value);
    const range = isEmptyRange(entry.value.range) ? entry.key.range : entry.value.range;
    const field: FieldNode = { node, range, context: enterField(labels.context, name) };
    const value = isNull(node) ? '' : toText(field);
    return value === null ? [] : [{ key: name, keyNode: entry.key, value, field }];
  });
};

/** A map of strings to strings; null when the field is absent or no map (then reported). */
export const readStringMap = (
  map: SourceMap,
  key: string,
  context: ReadContext,
): Readonly<Record<string, string>> | null => {
  const entries = readStringEntries(map, key, context);
  return entries === null ? null : toRecord(entries);
};

/** Keys such as `__proto__` stay plain keys. */
export const toRecord = (
  entries: readonly { readonly key: string; readonly value: string }[],
): Readonly<Record<string, string>> => Object.fromEntries(entries.map(({ key, value }) => [key, value]));

/** FIELD_UNKNOWN, warning, for each key that the API does not know: most often a misspelled one. */
export const reportUnknownFields = (map: SourceMap, known: readonly string[], context: ReadContext): void => {
  for (const entry of listEntries(map)) {
    const key = toKeyText(entry.key);
    if (!known.includes(key)) {
      reportProblem(enterField(context, key), 'FIELD_UNKNOWN', 'warning', entry.key.range);
    }
  }
};
