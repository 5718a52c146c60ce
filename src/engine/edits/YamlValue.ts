/** A value to be written; the keys of a map in the order they are to appear. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMapValue;

export interface YamlMapValue {
  readonly [key: string]: YamlValue;
}

/** Narrows to a sequence; `Array.isArray` does not narrow readonly arrays. */
export const isSequenceValue = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);
