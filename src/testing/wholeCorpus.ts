import process from 'node:process';
import { afterAll } from 'vitest';

/** Every run tries a sample of the corpus; with `POLDER_CORPUS=all`, all of it is tried, and what was counted is printed. */
const isWhole = process.env['POLDER_CORPUS'] === 'all';

/** How many of something are tried of each file; `whole`: with all of the corpus. */
export const atMost = (usual: number, whole: number): number => (isWhole ? whole : usual);

/** Every n-th item of a list; of the whole corpus, all. */
export const thin = <Item>(items: readonly Item[], step: number): readonly Item[] =>
  isWhole ? items : items.filter((_, index) => index % step === 0);

export interface CorpusTally {
  readonly count: (what: string) => void;
  readonly of: (what: string) => number;
}

/** Counts what happened over a corpus. Call it where a test file calls `describe`. */
export function createCorpusTally(name: string): CorpusTally {
  const counts = new Map<string, number>();
  const of = (what: string): number => counts.get(what) ?? 0;
  afterAll(() => {
    if (!isWhole) return;
    const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    process.stdout.write(`${name}: ${sorted.map(([what, number]) => `${what} ${number}`).join(', ')}\n`);
  });
  return { of, count: (what) => void counts.set(what, of(what) + 1) };
}
