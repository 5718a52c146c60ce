type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const isBlock = (value: Json): value is readonly Json[] | { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

const emitKey = (key: string): string => (/^[A-Za-z][\w./-]*$/.test(key) ? key : JSON.stringify(key));

/** Letters first, so that nothing reads as a number or an address; the words that YAML 1.1 reads as something else are quoted. */
const emitScalar = (value: Json): string =>
  typeof value === 'string' && /^[A-Za-z][\w./-]{3,}$/.test(value) && !/^(true|false|null)$/i.test(value)
    ? value
    : JSON.stringify(value);

const emitLines = (value: Json): string[] => {
  if (!isBlock(value)) return [emitScalar(value)];
  if (Array.isArray(value)) {
    return value.flatMap((item: Json) =>
      emitLines(item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)),
    );
  }
  return Object.entries(value).flatMap(([key, entry]) => {
    if (!isBlock(entry)) return [`${emitKey(key)}: ${emitScalar(entry)}`];
    return [`${emitKey(key)}:`, ...emitLines(entry).map((line) => (Array.isArray(entry) ? line : `  ${line}`))];
  });
};

/** Block-style YAML of plain JSON data; independent of the library that the engine reads with. Undefined entries are left out. */
export const emitYaml = (value: object): string =>
  `${emitLines(JSON.parse(JSON.stringify(value)) as Json).join('\n')}\n`;
