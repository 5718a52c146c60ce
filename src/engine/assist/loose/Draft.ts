import type { SourceNode, SourceScalar } from '../../manifest/SourceNode.ts';

/** A line (or the part of one behind a dash) on the way to a tree. */
export interface Draft {
  /** Where the key, dash or word stands. */
  readonly column: number;
  readonly start: number;
  /** entry: `key:` · item: a dash · word: neither, such as a key that is being typed */
  readonly type: 'entry' | 'item' | 'word';
  /** Of an entry. */
  readonly key: SourceScalar | null;
  /** On the same line; null when there is none, or when it follows on the lines below. */
  readonly value: SourceNode | null;
  readonly children: Draft[];
}
