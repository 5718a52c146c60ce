import type { Pod } from '../cluster/Cluster.ts';
import { listUnknownLabels } from '../cluster/listUnknownLabels.ts';

/**
 * What some selector asks of a label, in one namespace or (null) in all: whether it has one of these values, or, where there
 * are none, whether it is there.
 */
export interface LabelMention {
  readonly namespace: string | null;
  readonly key: string;
  readonly values: readonly string[];
}

/** What has label mentions: a compiled policy. */
interface Mentioning {
  readonly number: number;
  readonly labels: readonly LabelMention[];
}

/** Stands for every value that no selector names: no label value is a space. */
export const otherValue = ' ';

/** What selectors ask of labels. Only ever grows; pods that are alike in all of it are alike to every selector. */
export interface LabelMentions {
  add(policies: readonly Mentioning[]): void;
  /** How much has been added so far. */
  size(): number;
  /** Whether selectors look at a label on pods of a namespace. */
  has(namespace: string, key: string): boolean;
  /**
   * A value as selectors see it: itself where one names it, `otherValue` where one asks whether the label is there. Else
   * null, as if it were not: whoever asks for other values only can not tell.
   */
  see(namespace: string, key: string, value: string): string | null;
  /** Which pods may look different to these policies than when the size was `before`; null: so many that it may be all. */
  findConcerned(before: number, policies: readonly Mentioning[]): ConcernedPods | null;
}

export interface ConcernedPods {
  readonly isNone: boolean;
  /** These policies ask for everything that has been added since. */
  readonly coversAll: boolean;
  include(pod: Pod): boolean;
}

/** By what is asked for, its position among the additions. */
interface KeyMentions {
  presence: number | null;
  readonly values: Map<string, number>;
}
type MentionsByKey = Map<string, KeyMentions>;

/** With more, classifying all pods anew takes no longer than looking for those that are concerned. */
const manyAdditions = 256;

export const createLabelMentions = (): LabelMentions => {
  const everywhere: MentionsByKey = new Map();
  const byNamespace = new Map<string, MentionsByKey>();
  /** By policy number, the position after the last addition that it needs. */
  const needed: (number | undefined)[] = [];
  let size = 0;

  const toMap = (namespace: string | null): MentionsByKey => {
    if (namespace === null) return everywhere;
    const known = byNamespace.get(namespace) ?? new Map<string, KeyMentions>();
    byNamespace.set(namespace, known);
    return known;
  };
  const take = (): number => {
    size += 1;
    return size - 1;
  };
  /** The positions of what a mention asks for; what is new gets the next ones. */
  const listPositions = ({ namespace, key, values }: LabelMention): readonly number[] => {
    const map = toMap(namespace);
    const known = map.get(key) ?? { presence: null, values: new Map<string, number>() };
    map.set(key, known);
    if (values.length === 0) return [(known.presence ??= take())];
    return values.map((value) => {
      const position = known.values.get(value) ?? take();
      known.values.set(value, position);
      return position;
    });
  };

  return {
    add: (policies) => {
      for (const { number, labels } of policies) {
        needed[number] ??= labels.reduce((last, label) => Math.max(last, ...listPositions(label)), -1) + 1;
      }
    },
    size: () => size,
    has: (namespace, key) => everywhere.has(key) || byNamespace.get(namespace)?.has(key) === true,
    see: (namespace, key, value) => {
      const own = byNamespace.get(namespace)?.get(key);
      const common = everywhere.get(key);
      if (own === undefined && common === undefined) return null;
      if (own?.values.has(value) === true || common?.values.has(value) === true) return value;
      return (own?.presence ?? common?.presence ?? null) === null ? null : otherValue;
    },
    findConcerned: (before, policies) => {
      const concerns = createConcerns();
      const positions = new Set<number>();
      for (const { number, labels } of policies) {
        if (needed[number]! <= before) continue;
        for (const label of labels) {
          const added = listPositions(label).filter((position) => position >= before);
          if (added.length > 0) concerns.add(label);
          for (const position of added) positions.add(position);
        }
        if (concerns.size() > manyAdditions) return null;
      }
      const coversAll = positions.size === size - before;
      return { isNone: concerns.size() === 0, coversAll, include: concerns.include };
    },
  };
};

/** In which namespaces something is asked for; null: in all. */
type Namespaces = Set<string | null>;

const createConcerns = () => {
  const byKey = new Map<
    string,
    { readonly any: Namespaces; readonly presence: Namespaces; readonly values: Map<string, Namespaces> }
  >();
  let size = 0;
  return {
    size: () => size,
    add: ({ namespace, key, values }: LabelMention): void => {
      const known = byKey.get(key) ?? { any: new Set(), presence: new Set(), values: new Map<string, Namespaces>() };
      byKey.set(key, known);
      known.any.add(namespace);
      if (values.length === 0) known.presence.add(namespace);
      for (const value of values) {
        const namespaces = known.values.get(value) ?? new Set();
        known.values.set(value, namespaces.add(namespace));
      }
      size += 1;
    },
    include: (pod: Pod): boolean => {
      const isIn = (namespaces: Namespaces | undefined): boolean =>
        namespaces !== undefined && (namespaces.has(null) || namespaces.has(pod.namespace));
      for (const [key, { any, presence, values }] of byKey) {
        if (!isIn(any)) continue;
        const isThere = Object.hasOwn(pod.labels, key);
        if (isThere ? isIn(presence) || isIn(values.get(pod.labels[key]!)) : listUnknownLabels(pod).includes(key)) {
          return true;
        }
      }
      return false;
    },
  };
};
