import type { TextStyle } from '../edits/TextStyle.ts';
import type { Place } from './Place.ts';
import type { FieldSchema } from './schema/FieldSchema.ts';

/** A place that something can be written at, in the tree of the text with the marker. */
export interface Gap {
  readonly place: Place;
  readonly schemas: readonly (FieldSchema | null)[];
  readonly style: TextStyle;
  /** The text in front of the word on its line; it tells whether the word has its line to itself. */
  readonly before: string;
  /** Columns in front of the word. */
  readonly column: number;
}
