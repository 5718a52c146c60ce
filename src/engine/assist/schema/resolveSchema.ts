import type { SourceMap } from '../../manifest/SourceNode.ts';
import type { PlaceStep } from '../Place.ts';
import { readFieldText } from '../readFieldText.ts';
import type { FieldSchema } from './FieldSchema.ts';
import { anyObjectSchema, findKindSchema } from './kindSchemas.ts';

const labelEntry: FieldSchema = { type: 'string', doc: '' };

/** The field or item one step further down; null when nothing is known of it. */
export const enterSchema = (
  schema: FieldSchema,
  step: Pick<PlaceStep, 'type'> & { readonly name?: string },
): FieldSchema | null => {
  if (step.type === 'item') return schema.items ?? null;
  if (schema.type === 'strings') return labelEntry;
  const { fields } = schema;
  return fields !== undefined && step.name !== undefined && Object.hasOwn(fields, step.name)
    ? (fields[step.name] ?? null)
    : null;
};

/** What is known of the object as a whole. */
export const resolveObjectSchema = (object: SourceMap): FieldSchema =>
  findKindSchema(readFieldText(object, 'apiVersion') ?? '', readFieldText(object, 'kind') ?? '')?.schema ??
  anyObjectSchema;

/** The schemas along the way: the object's first, then one per step; null from where nothing is known on. */
export const resolveSchemas = (object: SourceMap, steps: readonly PlaceStep[]): readonly (FieldSchema | null)[] => {
  const chain: (FieldSchema | null)[] = [resolveObjectSchema(object)];
  for (const step of steps) {
    const schema = chain.at(-1) ?? null;
    chain.push(schema === null ? null : enterSchema(schema, step));
  }
  return chain;
};
