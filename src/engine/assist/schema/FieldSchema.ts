/**
 * Where the values of a field come from, beyond its type.
 * - labels: labels that an object carries · policyPods, peerPods: a selector of pods, of a policy's subject or of a peer
 * - namespaces: a selector of namespaces · ownPods: a workload's selector of its own pods · servicePods: a Service's
 * - labelKey, labelValues: of a requirement inside a selector
 * - namespace: a namespace's name · rulePort: a port of a policy's rule · targetPort: of a Service · cidr: a range of addresses
 * - apiVersion, kind: of the object
 */
export type FieldRole =
  | 'labels'
  | 'policyPods'
  | 'peerPods'
  | 'namespaces'
  | 'ownPods'
  | 'servicePods'
  | 'labelKey'
  | 'labelValues'
  | 'namespace'
  | 'rulePort'
  | 'targetPort'
  | 'cidr'
  | 'apiVersion'
  | 'kind';

/** `strings`: a map of strings to strings. `any`: not known here, so nothing inside is checked or offered. */
export type FieldType =
  'string' | 'integer' | 'boolean' | 'integer or string' | 'number or string' | 'map' | 'list' | 'strings' | 'any';

/** One field of an API object as far as it is described here; `doc` is in our own words. */
export interface FieldSchema {
  readonly type: FieldType;
  readonly doc: string;
  /** Of a map: every field that the API knows. Absent: not known here. */
  readonly fields?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  /** The only values that the API takes. */
  readonly values?: readonly string[];
  readonly role?: FieldRole;
}

type More = Pick<FieldSchema, 'role' | 'values'>;

export const text = (doc: string, more: More = {}): FieldSchema => ({ type: 'string', doc, ...more });
export const integer = (doc: string): FieldSchema => ({ type: 'integer', doc });
export const flag = (doc: string): FieldSchema => ({ type: 'boolean', doc });
export const choice = (doc: string, values: readonly string[]): FieldSchema => ({ type: 'string', doc, values });
export const port = (doc: string, more: More = {}): FieldSchema => ({ type: 'integer or string', doc, ...more });
export const strings = (doc: string, more: More = {}): FieldSchema => ({ type: 'strings', doc, ...more });
export const any = (doc: string): FieldSchema => ({ type: 'any', doc });
export const list = (doc: string, items: FieldSchema): FieldSchema => ({ type: 'list', doc, items });
export const map = (doc: string, fields: Readonly<Record<string, FieldSchema>>, more: More = {}): FieldSchema => ({
  type: 'map',
  doc,
  fields,
  ...more,
});

/** Fields that exist and are described by their names alone. */
export const unexplained = (names: string, type: FieldType = 'any'): Readonly<Record<string, FieldSchema>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, { type, doc: '' }]));
