import type { Namespace } from '../cluster/Cluster.ts';
import { compareText } from './compareText.ts';
import { mapSides, type DiffSide, type Sides } from './DiffSide.ts';
import type { NamespaceChange, NamespaceFacet } from './WorkspaceDiff.ts';

/** The namespaces that are there on one side only, or whose labels differ or are known on one side only; by name. */
export const compareNamespaces = (sides: Sides<DiffSide>): readonly NamespaceChange[] => {
  const found = mapSides(sides, ({ cluster }) => new Map(cluster.namespaces.map((each) => [each.name, each])));
  return [...new Set([...found.before.keys(), ...found.after.keys()])].sort(compareText).flatMap((name) => {
    const before = found.before.get(name);
    const after = found.after.get(name);
    const at = { before: before?.source ?? null, after: after?.source ?? null };
    if (before === undefined || after === undefined) {
      return { name, kind: before === undefined ? 'added' : 'removed', facets: [], at };
    }
    const facets = compareFacets(before, after);
    return facets.length === 0 ? [] : { name, kind: 'changed', facets, at };
  });
};

const compareFacets = (before: Namespace, after: Namespace): NamespaceFacet[] => [
  ...(toLabelKey(before) === toLabelKey(after) ? [] : ['labels' as const]),
  ...(before.described === after.described ? [] : ['described' as const]),
];

const toLabelKey = ({ labels }: Namespace): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => compareText(a, b)));
