import type { LabelRequirement, LabelSelector, LabelSet } from '../labels/LabelSelector.ts';
import { isSpelledAlike } from '../labels/isSpelledAlike.ts';
import { listRequirements, selectorOf } from '../labels/listRequirements.ts';
import type { Match } from '../labels/Match.ts';
import type { LabelMiss } from './MissCause.ts';

/** A selector requirement by requirement. */
export interface SelectorJudgement {
  /** What the labels do not meet; empty unless the selector fails. */
  readonly misses: readonly LabelMiss[];
  /** Keys of labels that would decide it and that the import does not tell; in the order of the selector. */
  readonly unknown: readonly string[];
}

/** `match`: whether a selector takes in what has the labels, as far as the import says. */
export const judgeSelector = (
  selector: LabelSelector,
  labels: LabelSet,
  match: (selector: LabelSelector) => Match,
): SelectorJudgement => {
  const judged = listRequirements(selector).map((requirement) => ({
    requirement,
    match: match(selectorOf(requirement)),
  }));
  const unsure = judged.filter((each) => each.match === 'maybe');
  const failed = judged.filter((each) => each.match === 'no');
  // Requirements on one unknown label can contradict each other: each may hold, and never all.
  const missed = failed.length === 0 && match(selector) === 'no' ? unsure : failed;
  return {
    misses: missed.map(({ requirement }) => toMiss(requirement, labels)),
    unknown: [...new Set(unsure.map(({ requirement }) => requirement.key))],
  };
};

const toMiss = (requirement: LabelRequirement, labels: LabelSet): LabelMiss => ({
  requirement,
  actual: findLabel(labels, requirement.key),
  similar: findSimilar(requirement, labels),
});

const findLabel = (labels: LabelSet, key: string): string | null => (Object.hasOwn(labels, key) ? labels[key]! : null);

const findSimilar = ({ key, operator, values }: LabelRequirement, labels: LabelSet): LabelMiss['similar'] => {
  if (operator === 'NotIn' || operator === 'DoesNotExist') return null;
  const own = findLabel(labels, key);
  const fits = (value: string): boolean => values.some((wanted) => wanted !== '' && isSpelledAlike(wanted, value));
  if (own !== null) return fits(own) ? { key, value: own } : null;
  const keys = Object.keys(labels);
  const alike = keys.filter((candidate) => isSpelledAlike(lastPart(key), lastPart(candidate)));
  const found =
    alike.find((candidate) => operator === 'Exists' || fits(labels[candidate]!)) ??
    // The value under another key: `app: web` is asked for, `app.kubernetes.io/name: web` is there.
    keys.find((candidate) => values.some((wanted) => isTelling(wanted) && wanted === labels[candidate])) ??
    alike[0];
  return found === undefined ? null : { key: found, value: labels[found]! };
};

/** Many labels have the value `true`, whatever they mean. */
const isTelling = (value: string): boolean => value.length > 2 && value !== 'true' && value !== 'false';

/** `name` of `app.kubernetes.io/name`. */
const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
