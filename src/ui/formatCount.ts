const numbers = new Intl.NumberFormat('en');

/** `1 policy`, `1,200 policies`. */
export const formatCount = (count: number, one: string, more = `${one}s`): string =>
  `${numbers.format(count)} ${count === 1 ? one : more}`;
