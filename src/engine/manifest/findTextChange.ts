import type { TextRange } from './SourceFile.ts';

/** The one stretch in which two texts differ, as small as it can be, in either of them. */
export interface TextChange {
  readonly before: TextRange;
  readonly after: TextRange;
}

/** Compared stretch by stretch, which takes a millisecond for some ten megabytes. */
const stride = 4096;

export const findTextChange = (before: string, after: string): TextChange => {
  const shorter = Math.min(before.length, after.length);
  const start = countCommon(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const rest = shorter - start;
  const end = countCommon(
    rest,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { before: { start, end: before.length - end }, after: { start, end: after.length - end } };
};

/** How many of `limit` characters are alike, when stretches can be asked for. */
const countCommon = (limit: number, isSame: (from: number, to: number) => boolean): number => {
  let common = 0;
  let step = stride;
  while (common < limit && step >= 1) {
    const to = Math.min(common + step, limit);
    if (isSame(common, to)) common = to;
    else step = Math.floor((to - common) / 2);
  }
  return common;
};
