import type { TextStyle } from '../edits/TextStyle.ts';
import type { Completion } from './Completion.ts';
import type { FieldSchema } from './schema/FieldSchema.ts';

export interface FieldPlace {
  /** Where the field's name will stand. */
  readonly column: number;
  /** Inside `{ … }`. */
  readonly flow: boolean;
  /** A colon follows already: only the name is written. */
  readonly named: boolean;
  /** Fields that are there. */
  readonly present: ReadonlySet<string>;
  readonly style: TextStyle;
}

const spaces = (count: number): string => ' '.repeat(count);

/** The fields of a map that are not there yet, with the beginning of their values in the style of the text. */
export const completeFields = (schema: FieldSchema, place: FieldPlace): readonly Completion[] =>
  Object.entries(schema.fields ?? {})
    .filter(([name]) => !place.present.has(name))
    .map(([name, field]) => ({
      type: 'field',
      label: name,
      insert: place.named ? name : name + beginValue(field, place),
      detail: { code: 'type', type: field.type },
      doc: field.doc,
      goesOn: !place.named && asksOn(field),
    }));

const beginValue = (field: FieldSchema, { column, flow, style }: FieldPlace): string => {
  if (flow) return field.type === 'map' || field.type === 'strings' ? ': {}' : ': ';
  if (field.type === 'map' || field.type === 'strings') return `:\n${spaces(column + style.step)}`;
  if (field.type === 'list') return `:\n${spaces(column + style.sequenceOffset)}-${spaces(style.dashWidth - 1)}`;
  return ': ';
};

const asksOn = ({ type, values, role, items }: FieldSchema): boolean =>
  type === 'map' ||
  type === 'strings' ||
  type === 'boolean' ||
  values !== undefined ||
  role !== undefined ||
  (type === 'list' && (items?.type === 'map' || items?.values !== undefined || items?.role !== undefined));
