import { countEdits } from './countEdits.ts';

/** Whether one word is most likely the other with a slip: in letter case, a separator, or one or two letters. */
export const isSpelledAlike = (a: string, b: string): boolean => {
  const [left, right] = [normalize(a), normalize(b)];
  if (left === right) return true;
  const length = Math.min(left.length, right.length);
  // `web` and `db` are two words, and so are `v1` and `v2`, `api` and `app`.
  if (length < 3 || endsInOtherNumber(left, right)) return false;
  if (length === 3 && left.length === right.length) return [...left].sort().join() === [...right].sort().join();
  return countEdits(left, right) <= (length > 5 ? 2 : 1);
};

const normalize = (word: string): string => word.toLowerCase().replaceAll(/[-_.]/g, '');

const endsInOtherNumber = (a: string, b: string): boolean => {
  const [, stemA, numberA] = /^(.*?)(\d*)$/.exec(a) as unknown as [string, string, string];
  const [, stemB, numberB] = /^(.*?)(\d*)$/.exec(b) as unknown as [string, string, string];
  return stemA === stemB && numberA !== numberB && numberA !== '' && numberB !== '';
};
