import type { TextRange } from './SourceFile.ts';

/**
 * A YAML or JSON value with the places it was written at; independent of the parsing library.
 *
 * `range` covers the value's own characters: quotes, brackets and block indicators included; comments, anchors, tags and
 * trailing blank space excluded. Aliases refer to their target and are never expanded, so size is linear in the text.
 */
export type SourceNode = SourceScalar | SourceMap | SourceSeq | SourceAlias;

interface SourceNodeBase {
  readonly range: TextRange;
  readonly anchor?: string;
  /** An explicit tag such as `!!str`. */
  readonly tag?: string;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface SourceScalar extends SourceNodeBase {
  readonly type: 'scalar';
  /** What kubectl reads: YAML 1.1 booleans (`yes`, `on`) and numbers included. */
  readonly value: string | number | boolean | null;
  /** The characters of the value after unquoting and unfolding, before any reading as number or boolean. */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface SourceEntry {
  readonly key: SourceScalar;
  readonly value: SourceNode;
  /** From the start of the key to the end of the value. */
  readonly range: TextRange;
}

export interface SourceMap extends SourceNodeBase {
  readonly type: 'map';
  readonly flow: boolean;
  /** As written; merge keys (`<<`) are entries here and are resolved by `findEntry`. */
  readonly entries: readonly SourceEntry[];
}

export interface SourceSeq extends SourceNodeBase {
  readonly type: 'seq';
  readonly flow: boolean;
  readonly items: readonly SourceNode[];
}

export interface SourceAlias extends SourceNodeBase {
  readonly type: 'alias';
  readonly name: string;
  readonly target: SourceScalar | SourceMap | SourceSeq;
}
