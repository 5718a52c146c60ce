import { formatString } from '../edits/formatScalar.ts';
import type { TextStyle } from '../edits/TextStyle.ts';
import type { LabelSet } from '../labels/LabelSelector.ts';
import type { Completion, CompletionDetail } from './Completion.ts';
import type { Candidates } from './findSelection.ts';

/** Something that has labels, by the name that people know it by. */
interface Labelled {
  readonly name: string;
  readonly labels: LabelSet;
}

export interface LabelOffers {
  readonly code: 'workloads' | 'namespaces';
  readonly holders: readonly Labelled[];
}

export const toLabelOffers = (candidates: Candidates): LabelOffers =>
  candidates.type === 'namespaces'
    ? { code: 'namespaces', holders: candidates.namespaces }
    : {
        code: 'workloads',
        holders: candidates.pods.map(({ workload, labels }) => ({
          name: workload.split('/').at(-1) ?? workload,
          labels,
        })),
      };

const group = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  for (const [text, name] of pairs) {
    const names = groups.get(text) ?? [];
    if (!names.includes(name)) names.push(name);
    groups.set(text, names);
  }
  return groups;
};

const toCompletions = (
  groups: ReadonlyMap<string, readonly string[]>,
  { code }: LabelOffers,
  write: (text: string) => Pick<Completion, 'insert' | 'goesOn'>,
): readonly Completion[] =>
  [...groups]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([label, names]) => ({
      type: 'label',
      label,
      detail: { code, names } satisfies CompletionDetail,
      doc: '',
      ...write(label),
    }));

/** Label keys that exist among those that could be selected, the most frequent first. */
export const completeLabelKeys = (
  offers: LabelOffers,
  {
    present,
    colon,
    style,
  }: { readonly present: ReadonlySet<string>; readonly colon: boolean; readonly style: TextStyle },
): readonly Completion[] => {
  const pairs = offers.holders.flatMap(({ name, labels }) => Object.keys(labels).map((key) => [key, name] as const));
  const groups = new Map([...group(pairs)].filter(([key]) => !present.has(key)));
  return toCompletions(groups, offers, (key) => ({
    insert: formatString(key, { quote: style.quote, always: style.quoteKeys }) + (colon ? ': ' : ''),
    goesOn: colon,
  }));
};

/** Values that exist for a label, with who has them. Quoted where YAML would read something else. */
export const completeLabelValues = (offers: LabelOffers, key: string, style: TextStyle): readonly Completion[] => {
  const pairs = offers.holders.flatMap(({ name, labels }) =>
    Object.hasOwn(labels, key) ? [[labels[key] ?? '', name] as const] : [],
  );
  return toCompletions(group(pairs), offers, (value) => ({
    insert: formatString(value, { quote: style.quote, always: style.quoteStrings }),
    goesOn: false,
  }));
};
