import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from '../manifest/SourceNode.ts';

/** One step down a tree, with the node that it leads to. */
export type PlaceStep =
  | { readonly type: 'field'; readonly name: string; readonly entry: SourceEntry; readonly node: SourceNode }
  | { readonly type: 'item'; readonly index: number; readonly node: SourceNode };

/** Where an offset stands in a document's tree. */
export interface Place {
  /** From the root of the object (an item of a List has its own) down to the innermost node there. */
  readonly steps: readonly PlaceStep[];
  /** The object's map; null when there is no map at the root. */
  readonly object: SourceMap | null;
  /** key: in the name of the last step's field · value: in a scalar · within: between things of the innermost collection */
  readonly at: 'key' | 'value' | 'within';
  /** The key or scalar. */
  readonly scalar: SourceScalar | null;
}

/** The innermost node of the place: the value of its last step, or the object. */
export const nodeOf = ({ steps, object }: Place): SourceNode | null => steps.at(-1)?.node ?? object;

/** The node that the step at `index` leads down from. */
export const parentOf = ({ steps, object }: Place, index: number): SourceNode | null =>
  index === 0 ? object : (steps[index - 1]?.node ?? null);
