import type { SourceEntry, SourceMap, SourceSeq } from '../manifest/SourceNode.ts';
import type { TextSplice } from './applyTextEdits.ts';
import { findItemLines, insertLinesAfter, removeLines } from './blockEdits.ts';
import { findColon } from './findColon.ts';
import { findOwnEntry } from './findOwnEntry.ts';
import { insertFlowMember, removeFlowMembers } from './flowEdits.ts';
import { replaceItem, replaceKey, replaceValue } from './replaceValue.ts';
import type { TextStyle } from './TextStyle.ts';
import { findColumn, findIndent, findLineStart, findNextLine, isFirstOnLine } from './textLines.ts';
import type { TreeChange } from './TreeChange.ts';
import { writeFlow, writeFlowEntry, writeYaml, writeYamlEntry } from './writeYaml.ts';
import type { YamlValue } from './YamlValue.ts';

/**
 * The smallest splices of `text` that make the change, in the document's style; null when the text has a form that can not
 * be changed without rewriting more than the change. Pure text surgery: the caller verifies the outcome by parsing it.
 */
export function planTreeChange(text: string, change: TreeChange, style: TextStyle): TextSplice[] | null {
  const entry = findOwnEntry(change.map, change.key);
  switch (change.type) {
    case 'addEntry':
      return entry === null ? insertEntry(text, { ...change, style }) : null;
    case 'addItems':
      return entry === null
        ? insertEntry(text, { ...change, value: change.items, style })
        : addItems(text, { map: change.map, entry, items: change.items, style });
    case 'removeItems':
      return entry?.value.type === 'seq' ? removeItems(text, change, entry, entry.value) : null;
    case 'setValue':
      return (
        entry && replaceValue(text, { old: entry.value, keyed: { map: change.map, entry }, value: change.value, style })
      );
    case 'setItem': {
      const sequence = entry?.value.type === 'seq' ? entry.value : null;
      const old = sequence?.items[change.position];
      return sequence && old ? replaceItem(text, { sequence, old, value: change.value, style }) : null;
    }
    case 'removeEntry':
      return entry && removeEntry(text, change.map, entry);
    case 'setKey':
      return entry && replaceKey(entry.key, change.to, style);
  }
}

interface Insertion {
  readonly map: SourceMap;
  readonly key: string;
  readonly value: YamlValue;
  readonly placeAfter?: string;
  readonly style: TextStyle;
}

function insertEntry(text: string, { map, key, value, placeAfter, style }: Insertion): TextSplice[] | null {
  const neighbour = (placeAfter === undefined ? null : findOwnEntry(map, placeAfter)) ?? map.entries.at(-1);
  if (!neighbour) return null;
  if (map.flow) {
    const ranges = map.entries.map(({ range }) => range);
    return insertFlowMember(text, ranges, { style, member: (indent) => writeFlowEntry(key, value, style, indent) });
  }
  const column = findColumn(text, map.range.start);
  const lines = writeYamlEntry(key, value, style, column);
  return [insertLinesAfter(text, findEntryEnd(text, neighbour), { lines, column, eol: style.eol })];
}

interface ItemInsertion {
  readonly map: SourceMap;
  readonly entry: SourceEntry;
  readonly items: readonly YamlValue[];
  readonly style: TextStyle;
}

function addItems(text: string, { map, entry, items, style }: ItemInsertion): TextSplice[] | null {
  const { value } = entry;
  if (value.type === 'seq' && value.items.length > 0) return appendItems(text, value, items, style);
  const isNull = value.type === 'scalar' && value.value === null;
  if (!isNull && value.type !== 'seq') return null;
  const colon = findColon(text, entry);
  const written = { start: colon + 1, end: Math.max(colon + 1, value.range.end) };
  if (text.slice(written.start, written.end).includes('#')) return null;
  if (map.flow) {
    const indent = isFirstOnLine(text, entry.key.range.start) ? findIndent(text, entry.key.range.start) : null;
    const gap = style.flowSpacing || !/["']/.test(text[entry.key.range.end - 1] ?? '') ? ' ' : '';
    return [{ range: written, text: gap + writeFlow(items, style, indent) }];
  }
  const column = findColumn(text, map.range.start) + style.sequenceOffset;
  const lines = writeYaml(items, style, column);
  const emptied = { range: written, text: '' };
  const inserted = insertLinesAfter(text, written.end, { lines, column, eol: style.eol });
  return written.start === written.end ? [inserted] : [emptied, inserted];
}

function appendItems(
  text: string,
  sequence: SourceSeq,
  items: readonly YamlValue[],
  style: TextStyle,
): TextSplice[] | null {
  if (!sequence.flow) {
    const column = findColumn(text, sequence.range.start);
    const last = sequence.items.at(-1);
    const lines = writeYaml(items, style, column);
    return last ? [insertLinesAfter(text, sequence.range.end, { lines, column, eol: style.eol })] : null;
  }
  const members = sequence.items.map(({ range }) => range);
  const separator = (indent: string | null): string =>
    indent === null ? (style.flowSpacing ? ', ' : ',') : `,${style.eol}${indent}`;
  const member = (indent: string | null): string =>
    items.map((item) => writeFlow(item, style, indent)).join(separator(indent));
  return insertFlowMember(text, members, { style, member });
}

type Removal = Extract<TreeChange, { type: 'removeItems' }>;

function removeItems(text: string, change: Removal, entry: SourceEntry, sequence: SourceSeq): TextSplice[] | null {
  const { map, positions, whenEmpty } = change;
  const removesAll = new Set(positions).size === sequence.items.length;
  if (removesAll && whenEmpty === 'absent') return removeEntry(text, map, entry);
  if (sequence.flow) {
    if (removesAll) return [{ range: sequence.range, text: whenEmpty === 'empty' ? '[]' : 'null' }];
    const members = sequence.items.map(({ range }) => range);
    return removeFlowMembers(text, members, positions);
  }
  const lines = findItemLines(text, sequence, positions);
  if (lines === null) return null;
  const removed = lines.map((range) => removeLines(text, range));
  if (!removesAll || whenEmpty === 'null') return removed;
  const colon = findColon(text, entry) + 1;
  return [{ range: { start: colon, end: colon }, text: ' []' }, ...removed];
}

function removeEntry(text: string, map: SourceMap, entry: SourceEntry): TextSplice[] | null {
  const position = map.entries.indexOf(entry);
  if (map.entries.length === 1) return null;
  if (map.flow) {
    const members = map.entries.map(({ range }) => range);
    return removeFlowMembers(text, members, [position]);
  }
  if (!isFirstOnLine(text, entry.range.start)) {
    const next = map.entries[position + 1];
    return position === 0 && next ? [moveUpNext(text, entry, next)] : null;
  }
  const end = findEntryEnd(text, entry);
  const range = {
    start: findLineStart(text, entry.range.start),
    end: text[end - 1] === '\n' ? end : findNextLine(text, end),
  };
  return [removeLines(text, range)];
}

/**
 * Takes away an entry that stands behind the dash of an item, with the comment on its last line: what follows moves up into
 * its place, unless comments come first, which keep their lines.
 */
function moveUpNext(text: string, entry: SourceEntry, next: SourceEntry): TextSplice {
  const lineEnd = findNextLine(text, findEntryEnd(text, entry));
  if (!text.slice(lineEnd, next.range.start).includes('#')) {
    return { range: { start: entry.range.start, end: next.range.start }, text: '' };
  }
  const dash = text.slice(0, entry.range.start).trimEnd().length;
  return { range: { start: dash, end: lineEnd }, text: text.slice(0, lineEnd).endsWith('\r\n') ? '\r\n' : '\n' };
}

/** The end of the entry's text, its colon included when the value is not written. */
const findEntryEnd = (text: string, entry: SourceEntry): number =>
  Math.max(entry.range.end, entry.value.range.end, findColon(text, entry) + 1);
