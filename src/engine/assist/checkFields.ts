import { toKeyText } from '../manifest/findEntry.ts';
import type { SourceMap, SourceNode, SourceScalar } from '../manifest/SourceNode.ts';
import type { TextRange } from '../manifest/SourceFile.ts';
import type { HintCode } from './Hint.ts';
import type { FieldSchema } from './schema/FieldSchema.ts';
import { suggestWord } from './suggestWord.ts';

/** A hint without its file. */
export interface FieldFault {
  readonly code: Exclude<HintCode, 'SERVICE_PORT'>;
  readonly range: TextRange;
  readonly args: Readonly<Record<string, string | number>>;
}

const nameType = (node: SourceMap | SourceScalar | { readonly type: 'seq' }): string => {
  if (node.type === 'map') return 'map';
  if (node.type === 'seq') return 'list';
  return node.value === null ? 'null' : typeof node.value;
};

const takes = (schema: FieldSchema, node: SourceNode): boolean => {
  if (node.type === 'alias' || schema.type === 'any') return true;
  if (node.type === 'scalar' && node.value === null) return true;
  switch (schema.type) {
    case 'map':
    case 'strings':
      return node.type === 'map';
    case 'list':
      return node.type === 'seq';
    case 'string':
      return node.type === 'scalar' && typeof node.value === 'string';
    case 'integer':
      return node.type === 'scalar' && typeof node.value === 'number';
    case 'boolean':
      return node.type === 'scalar' && typeof node.value === 'boolean';
    default:
      return node.type === 'scalar' && typeof node.value !== 'boolean';
  }
};

/**
 * What is wrong with the fields below a node, by what its kind is known to have: names that do not exist, values of
 * another type, words that the API does not take. What an alias stands for is looked at where it is written. Values with
 * `${…}` or `{{ }}` are filled in later and pass.
 */
export const checkFields = (schema: FieldSchema, node: SourceNode, path = ''): readonly FieldFault[] => {
  if (!takes(schema, node)) return [reportType(schema, node, path)];
  if (node.type === 'seq' && schema.items !== undefined) {
    const { items } = schema;
    return node.items.flatMap((item, index) => checkFields(items, item, `${path}[${index}]`));
  }
  if (node.type === 'map') return checkMap(schema, node, path);
  if (node.type !== 'scalar' || schema.values === undefined || typeof node.value !== 'string' || node.text === '')
    return [];
  if (schema.values.includes(node.text) || isVariable(node.text)) return [];
  const expected = schema.values.join(', ');
  const suggestion = suggestWord(node.text, schema.values);
  return [
    {
      code: 'VALUE_UNKNOWN',
      range: node.range,
      args: { field: path, value: node.text, expected, ...(suggestion === null ? {} : { suggestion }) },
    },
  ];
};

const isVariable = (text: string): boolean => text.includes('${') || text.includes('{{');

const reportType = (schema: FieldSchema, node: SourceNode, path: string): FieldFault => ({
  code: 'FIELD_TYPE',
  range: node.range,
  args: {
    field: path,
    expected: schema.type === 'strings' ? 'map' : schema.type,
    actual: node.type === 'alias' ? '' : nameType(node),
    ...(node.type === 'scalar' ? { value: node.text } : {}),
  },
});

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const checkMap = (schema: FieldSchema, map: SourceMap, path: string): readonly FieldFault[] =>
  map.entries.flatMap(({ key, value }): readonly FieldFault[] => {
    const name = toKeyText(key);
    const field = join(path, name);
    if (key.style === 'plain' && name === '<<') return [];
    if (schema.type === 'strings') {
      const isText = takes({ type: 'string', doc: '' }, value) || (value.type === 'scalar' && isVariable(value.text));
      return isText ? [] : [reportType({ type: 'string', doc: '' }, value, field)];
    }
    if (schema.fields === undefined) return [];
    const known = Object.hasOwn(schema.fields, name) ? schema.fields[name] : undefined;
    if (known !== undefined) return checkFields(known, value, field);
    if (name.startsWith('$') || isVariable(name)) return [];
    const free = Object.keys(schema.fields).filter(
      (each) => !map.entries.some(({ key: other }) => toKeyText(other) === each),
    );
    const suggestion = suggestWord(name, free);
    return [
      { code: 'FIELD_UNKNOWN', range: key.range, args: { field, ...(suggestion === null ? {} : { suggestion }) } },
    ];
  });
