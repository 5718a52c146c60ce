/**
 * A template tag for YAML in tests: takes away the indentation of the first line from every line, and the blank first and last line.
 * A value of several lines is indented as the place where it stands.
 */
export const yaml = (strings: TemplateStringsArray, ...values: readonly (string | number)[]): string => {
  const text = String.raw({ raw: strings }, ...values.map((value, index) => indentAs(strings[index] ?? '', value)));
  const lines = text
    .replace(/^[ \t]*\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  return lines.map((line) => (line.slice(0, indent).trim() === '' ? line.slice(indent) : line)).join('\n');
};

const indentAs = (before: string, value: string | number): string => {
  const column = /(?:^|\n)( *)$/.exec(before)?.[1] ?? '';
  return String(value).trimEnd().replaceAll('\n', `\n${column}`);
};
