const numbers = new Intl.NumberFormat('en');

/** `1 policy`, `1,200 policies`. */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${numbers.format(value)} ${value === 1 ? one : many}`;
