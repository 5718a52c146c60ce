import { toKeyText } from '../manifest/findEntry.ts';
import type { FilePath } from '../manifest/SourceFile.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { findFile, type AssistBase } from './AssistBase.ts';
import { completeFields } from './completeFields.ts';
import type { Completion, CompletionList } from './Completion.ts';
import { completeObjects } from './completeObjects.ts';
import { completeValues } from './completeValues.ts';
import { completeLabelKeys } from './completeLabels.ts';
import { findLabelOffers } from './findLabelOffers.ts';
import { findPlace } from './findPlace.ts';
import { findStyle } from './findStyle.ts';
import type { Gap } from './Gap.ts';
import { parseLoosely } from './loose/parseLoosely.ts';
import { findDocumentRange } from './openDocument.ts';
import { parentOf } from './Place.ts';
import { resolveSchemas } from './schema/resolveSchema.ts';
import type { FieldSchema } from './schema/FieldSchema.ts';

/** Stands for what is about to be typed, so that a blank place is a word of the tree too. In no manifest. */
const marker = '\uE000';

/**
 * What can be written at an offset: fields, labels that exist, ports of the selected pods, values that the API takes. The
 * document need not parse. Null where nothing is offered (comments, block scalars, files that were not read).
 */
export const completeAt = (base: AssistBase, file: FilePath, offset: number): CompletionList | null => {
  const source = findFile(base, file)?.source;
  if (source === undefined) return null;
  const range = findDocumentRange(source.text, offset);
  const text = `${source.text.slice(0, offset)}${marker}${source.text.slice(offset)}`;
  const root = parseLoosely(text, { start: range.start, end: range.end + 1 });
  const place = findPlace(root, offset);
  const { scalar } = place;
  if (scalar === null || !text.slice(scalar.range.start, scalar.range.end).includes(marker)) return null;
  const lineStart = text.lastIndexOf('\n', scalar.range.start - 1) + 1;
  const gap: Gap = {
    place,
    schemas: place.object === null ? [] : resolveSchemas(place.object, place.steps),
    style: findStyle(text, root, place),
    before: text.slice(lineStart, scalar.range.start),
    column: scalar.range.start - lineStart,
  };
  const items = isAlone(root, scalar)
    ? completeObjects(findNeighbourNamespace(base, file), gap.style)
    : listCompletions(base, gap, { colon: /^[ \t]*:/.test(text.slice(scalar.range.end)) });
  const replaced = { start: scalar.range.start, end: Math.max(offset, scalar.range.end - 1) };
  return { range: replaced, items };
};

/** The word is all there is in the document. */
const isAlone = (root: SourceNode, scalar: SourceNode): boolean => root === scalar;

const findNeighbourNamespace = (base: AssistBase, file: FilePath): string | null => {
  const objects = findFile(base, file)?.documents.flatMap((document) => document.objects) ?? [];
  return objects.find(({ namespaceStated }) => namespaceStated)?.namespace ?? null;
};

const listCompletions = (base: AssistBase, gap: Gap, { colon }: { readonly colon: boolean }): readonly Completion[] => {
  const { place, schemas } = gap;
  const last = place.steps.length;
  if (place.at === 'key') {
    const holder = parentOf(place, last - 1);
    const schema = schemas[last - 1] ?? null;
    if (holder?.type !== 'map' || schema === null) return [];
    return completeKeys(base, gap, { schema, holder, colon, index: last - 1 });
  }
  const schema = schemas[last] ?? null;
  if (schema === null) return [];
  const onOwnLine = /^[ \t]*(?:-[ \t]+)*$/.test(gap.before);
  if (onOwnLine && (schema.type === 'map' || schema.type === 'strings')) {
    return completeKeys(base, gap, { schema, holder: null, colon, index: last });
  }
  if (onOwnLine && schema.type === 'list' && schema.items) {
    const dash = `-${' '.repeat(gap.style.dashWidth - 1)}`;
    const item = { ...gap, column: gap.column + dash.length };
    const keys = completeKeys(base, item, { schema: schema.items, holder: null, colon, index: last });
    return keys.map((completion) => ({ ...completion, insert: dash + completion.insert }));
  }
  return completeValues(base, gap, schema);
};

interface Keys {
  readonly schema: FieldSchema;
  /** The map that the key is in; null when it is its first. */
  readonly holder: SourceMap | null;
  readonly colon: boolean;
  /** Of the schema in the gap's chain. */
  readonly index: number;
}

const completeKeys = (base: AssistBase, gap: Gap, { schema, holder, colon, index }: Keys): readonly Completion[] => {
  const { place, style, column } = gap;
  const names = (holder?.entries ?? []).filter(({ key }) => key !== place.scalar).map(({ key }) => toKeyText(key));
  const present = new Set(names);
  if (schema.type === 'strings') {
    const offers = findLabelOffers(base, gap, index);
    return offers === null ? [] : completeLabelKeys(offers, { present, colon: !colon, style });
  }
  return completeFields(schema, { column, flow: holder?.flow ?? false, named: colon, present, style });
};
