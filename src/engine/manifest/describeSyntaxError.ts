import type { YAMLError } from 'yaml';

type YamlErrorCode = YAMLError['code'];

const descriptions: Readonly<Partial<Record<YamlErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias cannot have an anchor or a tag',
  BAD_ALIAS: 'an anchor or alias without a usable name',
  BAD_DQ_ESCAPE: 'an unknown escape after “\\” in double quotes',
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
  BAD_SCALAR_START: 'a value cannot start with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a “key: value” inside a plain value; check the indentation, or put the value in quotes',
  BLOCK_IN_FLOW: 'an indented list or map cannot stand inside [ ] or { }',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines; is a “:” missing?',
  MULTIPLE_ANCHORS: 'two anchors on one value',
  MULTIPLE_DOCS: 'a “---” is missing between two documents',
  MULTIPLE_TAGS: 'two tags on one value',
  TAB_AS_INDENT: 'a tab is used for indentation, where YAML takes only spaces',
  TAG_RESOLVE_FAILED: 'an unknown tag',
  UNEXPECTED_TOKEN: 'this cannot stand here; check the indentation and the quotes',
};

const missing: readonly (readonly [RegExp, string])[] = [
  [/quote/, 'a quoted text is never closed'],
  [/end with a \}|flow map/i, 'a “{” is never closed, or a “,” is missing'],
  [/end with a \]|flow seq/i, 'a “[” is never closed, or a “,” is missing'],
  [/map values/, 'a key without “:”'],
];

/** Whether something that was opened is missing its end; the error then stands where the text ran out. */
export const isUnclosed = ({ message }: Pick<YAMLError, 'message'>): boolean =>
  /closing .?quote|must end with a|and end with a/.test(message);

/** The parsing library's error in a few plain words of our own. */
export const describeSyntaxError = ({ code, message }: Pick<YAMLError, 'code' | 'message'>): string => {
  if (code === 'MISSING_CHAR' || isUnclosed({ message })) {
    return missing.find(([pattern]) => pattern.test(message))?.[1] ?? 'a character is missing';
  }
  return descriptions[code] ?? 'this is not valid YAML';
};
