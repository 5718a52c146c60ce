/** An object as JSON with a line for each of its fields, and for each item of a field that is a list. */
export const formatJsonLines = (fields: readonly (readonly [key: string, value: unknown])[]): string =>
  `{\n${fields
    .map(([key, value]) => (Array.isArray(value) ? formatRows(key, value) : `  "${key}": ${JSON.stringify(value)}`))
    .join(',\n')}\n}\n`;

/** Adds up one text: a list of millions of lines would need as much again. */
function formatRows(key: string, rows: readonly unknown[]): string {
  let text = '';
  for (const row of rows) text += `${text === '' ? '\n' : ',\n'}    ${JSON.stringify(row)}`;
  return `  "${key}": [${text}${text === '' ? '' : '\n  '}]`;
}
