import { bothMatch } from '../labels/Match.ts';
import { isEmptySelector } from '../labels/matchesSelector.ts';
import { matchKnown, matchSelector } from '../labels/matchSelector.ts';
import type { PodClass } from './PodClass.ts';
import type { Match } from '../labels/Match.ts';
import type { LabelSelector } from '../labels/LabelSelector.ts';
import { toSelectorKey } from '../labels/toSelectorKey.ts';
import type { PodSelection } from '../policy/PolicyRule.ts';
import type { SelectionId } from './compilePolicies.ts';
import { labelEntryKey } from './createClassTable.ts';
import type { ClassTable } from './createClassTable.ts';
import type { Knowledge } from './createKnowledge.ts';

/** The classes that a selection takes in, as if pods on the host network were like all others; ascending. */
export interface Members {
  readonly yes: readonly number[];
  readonly maybe: readonly number[];
}

export interface SelectionResolver {
  members(selection: SelectionId): Members;
}

interface GrowingMembers {
  readonly yes: number[];
  readonly maybe: number[];
  /** How many classes have been looked at. */
  seen: number;
  /** Null where the namespace is named. */
  readonly matchNamespace: NamespaceMatcher | null;
}

type NamespaceMatcher = (candidate: PodClass) => Match;

/** Looks each selection up once, and later only in the classes that came since. */
export const createSelectionResolver = (
  selections: readonly PodSelection[],
  table: ClassTable,
  knowledge: Knowledge,
): SelectionResolver => {
  const found: (GrowingMembers | undefined)[] = [];
  const toNamespaces = createNamespaceMatcher(knowledge);

  const resolve = ({ namespaces, pods }: PodSelection, members: GrowingMembers): void => {
    const { seen, matchNamespace } = members;
    const isEveryLabel = isEmptySelector(pods);
    const consider = (index: number): void => {
      const candidate = table.classes[index]!;
      let match: Match = 'yes';
      if (matchNamespace !== null) match = matchNamespace(candidate);
      else if (namespaces.type === 'named' && namespaces.name !== candidate.namespace) return;
      if (match === 'no') return;
      if (!isEveryLabel) match = bothMatch(match, matchLabelsOf(pods, candidate));
      if (match === 'yes') members.yes.push(index);
      else if (match === 'maybe') members.maybe.push(index);
    };
    const isFew = table.classes.length - seen <= fewClasses;
    const candidates = isFew ? null : findCandidates(namespaces, pods, table);
    if (candidates === null) for (let index = seen; index < table.classes.length; index += 1) consider(index);
    else for (let at = findFirst(candidates, seen); at < candidates.length; at += 1) consider(candidates[at]!);
    members.seen = table.classes.length;
  };

  return {
    members: (selection) => {
      let members = found[selection];
      if (members === undefined) {
        const { namespaces } = selections[selection]!;
        const matchNamespace = namespaces.type === 'selected' ? toNamespaces(namespaces.selector) : null;
        members = { yes: [], maybe: [], seen: 0, matchNamespace };
        found[selection] = members;
      }
      if (members.seen < table.classes.length) resolve(selections[selection]!, members);
      return members;
    },
  };
};

/** So few are sooner looked at than found in lists. */
const fewClasses = 8;

const nobody: readonly number[] = [];

/** The shortest list that has all matching classes; null: all classes. */
const findCandidates = (
  namespaces: PodSelection['namespaces'],
  pods: LabelSelector,
  table: ClassTable,
): readonly number[] | null => {
  let best: readonly number[] | null = null;
  const offer = (list: readonly number[] | undefined): void => {
    if (list === undefined) best = nobody;
    else if (best === null || list.length < best.length) best = list;
  };
  if (namespaces.type === 'named') offer(table.byNamespace.get(namespaces.name));
  for (const key of Object.keys(pods.matchLabels)) {
    // Pods that may have the label without the import saying so are in no list.
    if (!table.unknownLabels.has(key)) offer(table.byLabel.get(labelEntryKey(key, pods.matchLabels[key]!)));
  }
  return best;
};

/** The first position whose value is not below `value`; the list ascends. */
const findFirst = (list: readonly number[], value: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const matchLabelsOf = (selector: LabelSelector, { labels, unknownLabels }: PodClass): Match =>
  unknownLabels.length === 0
    ? matchKnown(selector, labels)
    : matchSelector(selector, labels, (key) => unknownLabels.includes(key));

/** Looks at each namespace once for each selector. */
const createNamespaceMatcher = (knowledge: Knowledge) => {
  const known = new Map<string, NamespaceMatcher>();
  return (selector: LabelSelector): NamespaceMatcher => {
    const key = toSelectorKey(selector);
    const found = known.get(key);
    if (found !== undefined) return found;
    const matches: (Match | undefined)[] = [];
    const match = ({ namespace, namespaceId }: PodClass): Match =>
      (matches[namespaceId] ??= knowledge.matchNamespace(selector, namespace));
    known.set(key, match);
    return match;
  };
};
