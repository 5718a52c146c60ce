import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { createAliasExtent, isExcessive } from './AliasExtent.ts';
import type { AliasExtent } from './AliasExtent.ts';
import { toKeyText } from './findEntry.ts';
import { readScalarValue } from './readScalarValue.ts';
import { resolveAlias } from './resolveAlias.ts';
import type { TextRange } from './SourceFile.ts';
import type {
  ScalarStyle,
  SourceAlias,
  SourceEntry,
  SourceMap,
  SourceNode,
  SourceScalar,
  SourceSeq,
} from './SourceNode.ts';
import { createSyntaxError } from './SyntaxIssue.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';

/** Deeper than any manifest, shallow enough for every reader that walks the tree. */
export const maxDepth = 200;

const longTag = 'tag:yaml.org,2002:';

const styles: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** What the library's offsets refer to. */
export interface ParsedPiece {
  /** Text of the file and where the parsed piece starts in it. */
  readonly text: string;
  readonly base: number;
  /** Reads a quoted text that goes over several lines, if the library saw a copy of it without them. */
  readonly readQuoted?: (quoted: string) => string | null;
}

interface Conversion extends ParsedPiece {
  readonly issues: SyntaxIssue[];
  /** By name: the latest node with that anchor, null while it is being built. */
  readonly anchors: Map<string, Anchored | null>;
  readonly extent: AliasExtent;
}

interface Anchored {
  readonly node: Exclude<SourceNode, SourceAlias>;
  /** How many nodes it stands for and how many levels lie below it, aliases followed. */
  readonly size: number;
  readonly height: number;
}

/**
 * The library's tree as ours. Adds to `issues`: unknown, cyclic and
 * excessive aliases, keys written twice, keys that are no scalars, too deep nesting.
 */
export const toSourceNode = (node: unknown, piece: ParsedPiece, issues: SyntaxIssue[]): SourceNode => {
  const conversion: Conversion = { ...piece, issues, anchors: new Map(), extent: createAliasExtent() };
  return convert(conversion, node, piece.base, 0);
};

const convert = (conversion: Conversion, node: unknown, position: number, depth: number): SourceNode => {
  if (depth > maxDepth) {
    const range = isScalar(node) || isMap(node) || isSeq(node) ? rangeOf(conversion, node) : null;
    const empty = createNull(range?.start ?? position);
    if (conversion.issues.at(-1)?.code !== 'NESTING_TOO_DEEP') {
      const args = { limit: maxDepth };
      conversion.issues.push({ code: 'NESTING_TOO_DEEP', severity: 'error', range: empty.range, args });
    }
    return empty;
  }
  if (isAlias(node)) return convertAlias(conversion, node, depth);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return createNull(position);
  const { extent } = conversion;
  extent.nodes += 1;
  extent.deepest = Math.max(extent.deepest, depth);
  return node.anchor === undefined
    ? convertValue(conversion, node, depth)
    : convertAnchored(conversion, node, node.anchor, depth);
};

const convertValue = (conversion: Conversion, node: Scalar | YAMLMap | YAMLSeq, depth: number): Anchored['node'] => {
  if (isScalar(node)) return convertScalar(conversion, node);
  return isMap(node) ? convertMap(conversion, node, depth) : convertSeq(conversion, node, depth);
};

const convertAnchored = (
  conversion: Conversion,
  value: Scalar | YAMLMap | YAMLSeq,
  anchor: string,
  depth: number,
): SourceNode => {
  const { anchors, extent } = conversion;
  const before = { ...extent };
  anchors.set(anchor, null);
  extent.deepest = depth;
  const node = convertValue(conversion, value, depth);
  anchors.set(anchor, { node, size: 1 + extent.nodes - before.nodes, height: extent.deepest - depth });
  extent.deepest = Math.max(extent.deepest, before.deepest);
  return node;
};

const rangeOf = ({ text, base }: Conversion, node: Node): TextRange => {
  const [start, valueEnd] = node.range ?? [0, 0, 0];
  let end = base + valueEnd;
  const from = base + start;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return { start: from, end };
};

const isSpace = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10 || unit === 13;

const createNull = (position: number): SourceScalar => ({
  type: 'scalar',
  range: { start: position, end: position },
  value: null,
  text: '',
  style: 'plain',
});

const propsOf = ({ anchor, tag }: { anchor?: string; tag?: string }): { anchor?: string; tag?: string } => ({
  ...(anchor === undefined ? {} : { anchor }),
  ...(tag === undefined ? {} : { tag: tag.startsWith(longTag) ? `!!${tag.slice(longTag.length)}` : tag }),
});

const convertScalar = (conversion: Conversion, node: Scalar): SourceScalar => {
  const range = rangeOf(conversion, node);
  const style = styles[node.type ?? ''] ?? 'plain';
  const text = readQuoted(conversion, range, style) ?? node.source ?? '';
  const props = propsOf(node);
  return {
    type: 'scalar',
    range,
    value: readTagged(text, style, props.tag),
    text,
    style,
    ...props,
  };
};

const readQuoted = (conversion: Conversion, { start, end }: TextRange, style: ScalarStyle): string | null => {
  if (conversion.readQuoted === undefined || (style !== 'single' && style !== 'double')) return null;
  const quoted = conversion.text.slice(start, end);
  return /[\r\n]/.test(quoted) ? conversion.readQuoted(quoted) : null;
};

const readTagged = (text: string, style: ScalarStyle, tag: string | undefined): SourceScalar['value'] => {
  if (tag === undefined) return style === 'plain' ? readScalarValue(text) : text;
  return /^!!(int|float|bool|null)$/.test(tag) ? readScalarValue(text) : text;
};

const convertAlias = (conversion: Conversion, node: Alias, depth: number): SourceNode => {
  const range = rangeOf(conversion, node);
  const target = conversion.anchors.get(node.source);
  if (target !== undefined && target !== null) {
    checkExtent(conversion, target, range, depth);
    return { type: 'alias', range, name: node.source, target: target.node };
  }
  conversion.issues.push(
    target === null
      ? { code: 'ALIAS_CYCLE', severity: 'error', range, args: { name: node.source } }
      : createSyntaxError(range, `no anchor “&${node.source}” stands before this alias`),
  );
  return createNull(range.start);
};

/** A small text may stand for a huge tree, or a deep one, which no reader could walk. */
const checkExtent = (
  { extent, issues }: Conversion,
  { size, height }: Anchored,
  range: TextRange,
  depth: number,
): void => {
  extent.nodes += size;
  extent.aliased += size;
  extent.deepest = Math.max(extent.deepest, depth + height);
  if (depth + height > maxDepth) {
    issues.push({ code: 'NESTING_TOO_DEEP', severity: 'error', range, args: { limit: maxDepth } });
  } else if (isExcessive(extent)) {
    issues.push(
      createSyntaxError(range, 'its aliases make it many times as long as it is written, more than kubectl takes'),
    );
  }
};

const convertSeq = (conversion: Conversion, node: YAMLSeq, depth: number): SourceSeq => {
  const own = rangeOf(conversion, node);
  const flow = node.flow === true;
  let position = own.start;
  const items = node.items.map((item) => {
    const converted = isPair(item)
      ? convertPairs(conversion, [item], position, depth + 1)
      : convert(conversion, item, position, depth + 1);
    position = converted.range.end;
    return converted;
  });
  return { type: 'seq', flow, range: closeRange(own, flow, items.at(-1)), items, ...propsOf(node) };
};

/** Block collections end with their last value, not with the comments after it. */
const closeRange = (own: TextRange, flow: boolean, last: { readonly range: TextRange } | undefined): TextRange =>
  flow || last === undefined ? own : { start: own.start, end: Math.max(last.range.end, own.start) };

const convertMap = (conversion: Conversion, node: YAMLMap, depth: number): SourceMap => {
  const own = rangeOf(conversion, node);
  const flow = node.flow === true;
  const entries = convertEntries(conversion, node.items, own.start, depth);
  return { type: 'map', flow, range: closeRange(own, flow, entries.at(-1)), entries, ...propsOf(node) };
};

/** `[a: b]`: a map of one pair without braces. */
const convertPairs = (conversion: Conversion, pairs: readonly Pair[], position: number, depth: number): SourceMap => {
  const entries = convertEntries(conversion, pairs, position, depth);
  const start = entries[0]?.range.start ?? position;
  return { type: 'map', flow: true, range: { start, end: entries.at(-1)?.range.end ?? start }, entries };
};

const convertEntries = (
  conversion: Conversion,
  pairs: readonly Pair[],
  position: number,
  depth: number,
): readonly SourceEntry[] => {
  const seen = new Set<string>();
  const entries: SourceEntry[] = [];
  for (const pair of pairs) {
    const key = convertKey(conversion, pair.key, position, depth);
    if (key === null) continue;
    const value = convert(conversion, pair.value, key.range.end, depth + 1);
    const range = { start: key.range.start, end: Math.max(value.range.end, key.range.end) };
    position = range.end;
    entries.push({ key, value, range });
    checkEntry(conversion, key, value, seen);
  }
  return entries;
};

const convertKey = (conversion: Conversion, node: unknown, position: number, depth: number): SourceScalar | null => {
  const converted = convert(conversion, node, position, depth + 1);
  const key = resolveAlias(converted);
  if (key.type === 'scalar') return converted.type === 'alias' ? { ...key, range: converted.range } : key;
  conversion.issues.push(
    conversion.text.startsWith('{{', key.range.start - 1)
      ? {
          code: 'HELM_TEMPLATE',
          severity: 'error',
          range: { start: key.range.start - 1, end: key.range.end },
          args: {},
        }
      : createSyntaxError(key.range, 'a key must be a plain text, not a list or a map'),
  );
  return null;
};

const checkEntry = (conversion: Conversion, key: SourceScalar, value: SourceNode, seen: Set<string>): void => {
  const name = toKeyText(key);
  if (key.style === 'plain' && name === '<<') {
    if (!isMergeable(value)) {
      conversion.issues.push(createSyntaxError(value.range, 'a merge key (“<<”) needs a map or a list of maps'));
    }
    return;
  }
  if (seen.has(name)) {
    conversion.issues.push({ code: 'DUPLICATE_KEY', severity: 'warning', range: key.range, args: { key: name } });
  }
  seen.add(name);
};

const isMergeable = (value: SourceNode): boolean => {
  const node = resolveAlias(value);
  return node.type === 'map' || (node.type === 'seq' && node.items.every((item) => resolveAlias(item).type === 'map'));
};
