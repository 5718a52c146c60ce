import { formatScalar, formatString } from './formatScalar.ts';
import type { TextStyle } from './TextStyle.ts';
import { isSequenceValue, type YamlMapValue, type YamlValue } from './YamlValue.ts';

const spaces = (count: number): string => ' '.repeat(count);

const formatKey = (key: string, style: TextStyle): string =>
  formatString(key, { quote: style.quote, always: style.quoteKeys });

const isEmpty = (value: readonly YamlValue[] | YamlMapValue): boolean => Object.keys(value).length === 0;

/**
 * A value as block YAML. `column` is where its first line will stand; that line comes without indentation, the others with,
 * and the last without a line end. Empty collections become `{}` and `[]`.
 */
export function writeYaml(value: YamlValue, style: TextStyle, column: number): string {
  if (value === null || typeof value !== 'object') return formatScalar(value, style);
  if (isEmpty(value)) return isSequenceValue(value) ? '[]' : '{}';
  const separator = style.eol + spaces(column);
  if (isSequenceValue(value)) return value.map((item) => writeYamlItem(item, style, column)).join(separator);
  return Object.entries(value)
    .map(([key, child]) => writeYamlEntry(key, child, style, column))
    .join(separator);
}

/** One item of a block sequence whose dashes stand at `column`. */
const writeYamlItem = (item: YamlValue, style: TextStyle, column: number): string =>
  `-${spaces(style.dashWidth - 1)}${writeYaml(item, style, column + style.dashWidth)}`;

/** One entry of a block map whose keys stand at `column`. */
export function writeYamlEntry(key: string, value: YamlValue, style: TextStyle, column: number): string {
  const name = formatKey(key, style);
  if (value === null || typeof value !== 'object' || isEmpty(value))
    return `${name}: ${writeYaml(value, style, column)}`;
  const inner = column + (isSequenceValue(value) ? style.sequenceOffset : style.step);
  return `${name}:${style.eol}${spaces(inner)}${writeYaml(value, style, inner)}`;
}

/**
 * A value as a flow collection or JSON: on one line when `indent` is null, else on several, where `indent` is what the
 * line that it begins on begins with.
 */
export function writeFlow(value: YamlValue, style: TextStyle, indent: string | null): string {
  if (value === null || typeof value !== 'object') return formatScalar(value, style);
  if (isEmpty(value)) return isSequenceValue(value) ? '[]' : '{}';
  const [open, close] = isSequenceValue(value) ? ['[', ']'] : ['{', '}'];
  const inner = indent === null ? null : indent + style.flowIndent;
  const members = isSequenceValue(value)
    ? value.map((item) => writeFlow(item, style, inner))
    : Object.entries(value).map(([key, child]) => writeFlowEntry(key, child, style, inner));
  if (indent !== null) {
    return `${open}${style.eol}${inner}${members.join(`,${style.eol}${inner}`)}${style.eol}${indent}${close}`;
  }
  const padding = style.flowPadding && !isSequenceValue(value) ? ' ' : '';
  return `${open}${padding}${members.join(style.flowSpacing ? ', ' : ',')}${padding}${close}`;
}

/** One entry of a flow map; `indent` as for `writeFlow`, of the line that the entry begins on. */
export function writeFlowEntry(key: string, value: YamlValue, style: TextStyle, indent: string | null): string {
  const name = formatKey(key, style);
  const colon = style.flowSpacing || !/^["']/.test(name) ? ': ' : ':';
  return `${name}${colon}${writeFlow(value, style, indent)}`;
}
