import { bothMatch } from '../labels/Match.ts';
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
}

/** Looks each selection up once, and later only in the classes that came since. */
export const createSelectionResolver = (
  selections: readonly PodSelection[],
  table: ClassTable,
  knowledge: Knowledge,
): SelectionResolver => {
  const found: GrowingMembers[] = [];
  const matchNamespace = createNamespaceMatcher(knowledge);

  const resolve = ({ namespaces, pods }: PodSelection, members: GrowingMembers): void => {
    const { seen } = members;
    const consider = (index: number): void => {
      const { namespace, sample } = table.classes[index]!;
      let match: Match = 'yes';
      if (namespaces.type === 'selected') match = matchNamespace(namespaces.selector, namespace);
      else if (namespaces.name !== namespace) match = 'no';
      if (match !== 'no') match = bothMatch(match, knowledge.matchPod(pods, sample));
      if (match === 'yes') members.yes.push(index);
      else if (match === 'maybe') members.maybe.push(index);
    };
    const candidates = findCandidates(namespaces, pods, table);
    if (candidates === null) for (let index = seen; index < table.classes.length; index += 1) consider(index);
    else for (let at = findFirst(candidates, seen); at < candidates.length; at += 1) consider(candidates[at]!);
    members.seen = table.classes.length;
  };

  return {
    members: (selection) => {
      const members = (found[selection] ??= { yes: [], maybe: [], seen: 0 });
      if (members.seen < table.classes.length) resolve(selections[selection]!, members);
      return members;
    },
  };
};

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

const createNamespaceMatcher = (knowledge: Knowledge) => {
  const byIdentity = new Map<LabelSelector, Map<string, Match>>();
  const byKey = new Map<string, Map<string, Match>>();
  return (selector: LabelSelector, namespace: string): Match => {
    let known = byIdentity.get(selector);
    if (known === undefined) {
      const key = toSelectorKey(selector);
      known = byKey.get(key) ?? new Map<string, Match>();
      byKey.set(key, known);
      byIdentity.set(selector, known);
    }
    let match = known.get(namespace);
    if (match === undefined) {
      match = knowledge.matchNamespace(selector, namespace);
      known.set(namespace, match);
    }
    return match;
  };
};
