import type { SourceMap } from '../manifest/SourceNode.ts';
import type { YamlValue } from './YamlValue.ts';

/**
 * One change of a document's tree; several for different collections make one edit. All name the map and the key that
 * the collection stands under, because that entry may be missing, null or empty.
 * - addItems: at the end of the sequence; the entry is made (after the entry `placeAfter`, else last) or filled as needed
 * - removeItems: by position; `whenEmpty` says what stays when none is left
 * - addEntry: a key that is not there yet
 * - setValue: another value for an entry that is there; setItem: for one item of its sequence, by position
 * - removeEntry: an entry with its lines
 * - setKey: another name for an entry's key; its value and its place stay
 */
export type TreeChange =
  | {
      readonly type: 'addItems';
      readonly map: SourceMap;
      readonly key: string;
      readonly items: readonly YamlValue[];
      readonly placeAfter?: string;
    }
  | {
      readonly type: 'removeItems';
      readonly map: SourceMap;
      readonly key: string;
      readonly positions: readonly number[];
      readonly whenEmpty: EmptySequence;
    }
  | {
      readonly type: 'addEntry';
      readonly map: SourceMap;
      readonly key: string;
      readonly value: YamlValue;
      readonly placeAfter?: string;
    }
  | {
      readonly type: 'setValue';
      readonly map: SourceMap;
      readonly key: string;
      readonly value: YamlValue;
    }
  | {
      readonly type: 'setItem';
      readonly map: SourceMap;
      readonly key: string;
      readonly position: number;
      readonly value: YamlValue;
    }
  | { readonly type: 'removeEntry'; readonly map: SourceMap; readonly key: string }
  | { readonly type: 'setKey'; readonly map: SourceMap; readonly key: string; readonly to: string };

/** `key: []`, no entry at all, or `key:` without a value. */
export type EmptySequence = 'empty' | 'absent' | 'null';
