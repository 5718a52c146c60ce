const words = new Map<string, boolean | null | number>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

const integerPattern = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const floatPattern = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

/**
 * What kubectl reads in a plain scalar: the rules of YAML 1.1 as go-yaml v2 has them (sigs.k8s.io/yaml,
 * `goyaml.v2/resolve.go`). `yes`, `on` and `y` are booleans, `0777` and `0o777` are octal, `1_000` is a thousand, `08` is
 * the float 8, `1:30` and dates are strings.
 */
export const readScalarValue = (text: string): string | number | boolean | null => {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.0-9]/.test(text)) return text;
  const plain = text.startsWith('.') ? text : text.replaceAll('_', '');
  const integer = integerPattern.exec(plain);
  if (integer !== null) return toInteger(integer);
  return floatPattern.test(plain) ? Number(plain) : text;
};

const toInteger = ([, sign, hex, binary, octal, decimal]: RegExpExecArray): number => {
  const digits: readonly (readonly [string | undefined, number])[] = [
    [hex, 16],
    [binary, 2],
    [octal, 8],
    [decimal, 10],
  ];
  const [text, base] = digits.find(([found]) => found !== undefined) ?? ['0', 10];
  const value = Number.parseInt(text ?? '0', base);
  return sign === '-' && value !== 0 ? -value : value;
};
