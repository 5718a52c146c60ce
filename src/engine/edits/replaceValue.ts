import type { SourceEntry, SourceMap, SourceNode, SourceScalar, SourceSeq } from '../manifest/SourceNode.ts';
import type { TextSplice } from './applyTextEdits.ts';
import { insertLinesAfter, removeLines } from './blockEdits.ts';
import { findColon } from './findColon.ts';
import { formatScalar, formatString, needsQuotes } from './formatScalar.ts';
import { findColumn, findIndent, findLineStart, findNextLine, isFirstOnLine } from './textLines.ts';
import type { TextStyle } from './TextStyle.ts';
import { writeFlow, writeYaml } from './writeYaml.ts';
import { isSequenceValue, type YamlValue } from './YamlValue.ts';

interface Replacement {
  readonly old: SourceNode;
  readonly value: YamlValue;
  readonly style: TextStyle;
}

/** Whether a value takes lines of its own in block style. */
const isBlockValue = (value: YamlValue): boolean =>
  value !== null && typeof value === 'object' && Object.keys(value).length > 0;

/** Whether a value is no collection. */
export const isScalarValue = (value: YamlValue): boolean => value === null || typeof value !== 'object';

const isBlockNode = (node: SourceNode): boolean => (node.type === 'map' || node.type === 'seq') && !node.flow;

/**
 * Writes another value for an entry. A string keeps the quotes that the old one had; a comment on the line of the key
 * stays. Null when the old value has a form (an anchor, a tag, a block scalar) that can not be exchanged in place.
 */
export function replaceValue(
  text: string,
  {
    old,
    keyed: { map, entry },
    value,
    style,
  }: Replacement & { readonly keyed: { map: SourceMap; entry: SourceEntry } },
): TextSplice[] | null {
  if (!isPlainForm(old, value)) return null;
  const colon = findColon(text, entry);
  const written = { start: colon + 1, end: Math.max(colon + 1, old.range.end) };
  if (map.flow) {
    const indent = isFirstOnLine(text, entry.key.range.start) ? findIndent(text, entry.key.range.start) : null;
    if (old.range.end <= colon) return null;
    return [{ range: old.range, text: writeInFlow(old, value, style, indent) }];
  }
  if (!isBlockValue(value)) {
    const inline = writeInline(old, value, style);
    if (isBlockNode(old)) {
      // A comment between the key and its first line stays where it is.
      if (text.slice(written.start, old.range.start).includes('#')) {
        const lines = { start: findLineStart(text, old.range.start), end: findNextLine(text, old.range.end) };
        const inserted = { range: { start: written.start, end: written.start }, text: ` ${inline}` };
        return isFirstOnLine(text, old.range.start) ? [inserted, removeLines(text, lines)] : null;
      }
      return [{ range: written, text: ` ${inline}` }];
    }
    return old.range.end <= colon + 1 || old.range.start <= colon
      ? [{ range: { start: colon + 1, end: colon + 1 }, text: ` ${inline}` }]
      : [{ range: old.range, text: inline }];
  }
  if (isBlockNode(old) && isSequenceValue(value) === (old.type === 'seq')) {
    const column = findColumn(text, old.range.start);
    return [{ range: old.range, text: writeYaml(value, style, column) }];
  }
  if (text.slice(written.start, written.end).includes('#')) return null;
  const inner = isSequenceValue(value) ? style.sequenceOffset : style.step;
  const column = findColumn(text, entry.key.range.start) + inner;
  const lines = writeYaml(value, style, column);
  if (isBlockNode(old)) {
    return [{ range: written, text: style.eol + ' '.repeat(column) + lines }];
  }
  const inserted = insertLinesAfter(text, written.end, { lines, column, eol: style.eol });
  return written.start === written.end ? [inserted] : [{ range: written, text: '' }, inserted];
}

/** Writes another item in the place of one of a sequence. */
export function replaceItem(
  text: string,
  { sequence, old, value, style }: Replacement & { readonly sequence: SourceSeq },
): TextSplice[] | null {
  if (!isPlainForm(old, value) || old.range.end <= old.range.start) return null;
  if (sequence.flow) {
    const indent = isFirstOnLine(text, old.range.start) ? findIndent(text, old.range.start) : null;
    return [{ range: old.range, text: writeInFlow(old, value, style, indent) }];
  }
  if (!isBlockValue(value)) return [{ range: old.range, text: writeInline(old, value, style) }];
  return [{ range: old.range, text: writeYaml(value, style, findColumn(text, old.range.start)) }];
}

/** Writes another name for a key, in the quotes of the old one. */
export const replaceKey = (old: SourceScalar, to: string, style: TextStyle): TextSplice[] | null =>
  isPlainForm(old, to) && old.anchor === undefined
    ? [
        {
          range: old.range,
          text:
            old.style === 'plain'
              ? formatString(to, { quote: style.quote, always: false })
              : writeInline(old, to, style),
        },
      ]
    : null;

/**
 * Without a tag, which would stay with the new value, and no block scalar, whose header stands elsewhere. An anchor stays
 * too: at a scalar that becomes another one. An alias is exchanged as a whole.
 */
const isPlainForm = (node: SourceNode, value: YamlValue): boolean =>
  node.type === 'alias' ||
  ((node.anchor === undefined || (node.type === 'scalar' && isScalarValue(value))) &&
    node.tag === undefined &&
    !(node.type === 'scalar' && (node.style === 'literal' || node.style === 'folded')));

/** A scalar or an empty collection; strings in the quotes of the old value, if that did not need them anyway. */
function writeInline(old: SourceNode, value: YamlValue, style: TextStyle): string {
  if (typeof value !== 'string') return writeYaml(value, style, 0);
  if (old.type !== 'scalar' || old.style === 'plain' || needsQuotes(old.text)) return formatScalar(value, style);
  return formatString(value, { quote: old.style === 'single' ? "'" : '"', always: true });
}

const writeInFlow = (old: SourceNode, value: YamlValue, style: TextStyle, indent: string | null): string =>
  value !== null && typeof value === 'object' && Object.keys(value).length > 0
    ? writeFlow(value, style, isOnLines(old) ? indent : null)
    : writeInline(old, value, style);

/** Whether a collection is spread over lines; other values say nothing, so a long form is as good. */
const isOnLines = (node: SourceNode): boolean => node.type === 'map' || node.type === 'seq';
