import type { Problem } from '../manifest/Problem.ts';

/**
 * What makes a policy invalid, as a clause without its end: `spec.ingress[0].ports[1].port is 0; it takes 1 to 65535`.
 * The reasons are those of the Kubernetes dialect's reader; an unknown one gives the field's name alone.
 */
export const formatInvalidPolicy = (args: Problem['args']): string =>
  `${field(args)} ${(clauses[String(args['reason'])] ?? (() => 'is not valid'))(args)}`;

const clauses: Readonly<Record<string, (args: Problem['args']) => string>> = {
  type: (args) => `must be ${withArticle(args['expected'])}, not ${describeActual(args)}${adviseQuotes(args)}`,
  value: (args) => `${describeValue(args)}; it takes ${args['expected']}`,
  required: ({ expected }) => {
    const names = String(expected).split(', ');
    return names.length > 1 ? `needs one of ${names.join(', ')}` : `needs ${names[0]}`;
  },
  forbidden: (args) =>
    'value' in args
      ? `cannot stand beside the name “${args['value']}” as ${args['with']}; it needs a number`
      : `cannot stand beside ${args['with']}`,
  tooMany: (args) => `has more than ${args['expected']} items`,
  endPortOrder: (args) => `is ${args['value']}, which is below port ${args['port']}`,
  exceptOutside: (args) => `is ${args['value']}, which is no smaller part of ${args['cidr']}`,
};

const field = (args: Problem['args']): string => String(args['field'] || 'the policy');

/** `a string`, `an integer`. */
export const withArticle = (type: string | number | undefined): string =>
  `${/^[aeio]/.test(String(type)) ? 'an' : 'a'} ${type}`;

/** `the string “yes”`, `a list`, `null`: what stands where something else should, with its value if it is a scalar. */
export const describeActual = (args: Problem['args']): string => {
  const actual = String(args['actual']);
  if (actual === 'null') return 'null';
  return 'value' in args ? `the ${actual} “${args['value']}”` : withArticle(actual);
};

/** What to write instead of a word or number that YAML reads as something else than text: `; put it in quotes: "yes"`. */
export const adviseQuotes = ({ expected, actual, value }: Problem['args']): string =>
  expected === 'string' && (actual === 'boolean' || actual === 'number') ? `; put it in quotes: "${value}"` : '';

/** `is “Foo”`, `is empty`. */
export const describeValue = ({ value }: Problem['args']): string =>
  value === undefined || value === '' ? 'is empty' : `is ${typeof value === 'number' ? value : `“${value}”`}`;
