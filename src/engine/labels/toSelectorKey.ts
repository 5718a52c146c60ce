import type { LabelSelector } from './LabelSelector.ts';

/** The same text for selectors that are written with the same requirements, in whatever order: a key for maps. */
export const toSelectorKey = (selector: LabelSelector): string =>
  JSON.stringify([
    Object.entries(selector.matchLabels).sort(([a], [b]) => (a < b ? -1 : 1)),
    selector.matchExpressions
      .map(({ key, operator, values }) => JSON.stringify([key, operator, [...values].sort()]))
      .sort(),
  ]);
