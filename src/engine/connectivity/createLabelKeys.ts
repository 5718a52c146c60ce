/** A label that some selector looks at, in one namespace or (null) in all. */
export interface LabelMention {
  readonly namespace: string | null;
  readonly key: string;
}

/** The labels that selectors look at. Only ever grows. */
export interface LabelKeys {
  has(mention: LabelMention): boolean;
  add(mention: LabelMention): void;
  /** Those that selectors look at on pods of a namespace. */
  in(namespace: string): ReadonlySet<string>;
}

export const createLabelKeys = (mentions: Iterable<LabelMention>): LabelKeys => {
  const everywhere = new Set<string>();
  const own = new Map<string, Set<string>>();
  const keysIn = (namespace: string): Set<string> => {
    let keys = own.get(namespace);
    if (keys === undefined) {
      keys = new Set(everywhere);
      own.set(namespace, keys);
    }
    return keys;
  };
  const add = ({ namespace, key }: LabelMention): void => {
    if (namespace !== null) keysIn(namespace).add(key);
    else {
      everywhere.add(key);
      for (const keys of own.values()) keys.add(key);
    }
  };
  for (const mention of mentions) add(mention);
  return {
    has: ({ namespace, key }) => (namespace === null ? everywhere : keysIn(namespace)).has(key),
    add,
    in: keysIn,
  };
};
