import type { PolicyObject } from '../manifest/KubernetesObject.ts';
import type { ManifestSet } from '../manifest/ManifestSet.ts';
import type { Problem } from '../manifest/Problem.ts';
import { dialects } from './dialects.ts';
import type { Tier } from './PolicyRule.ts';

/** The policies of an import in the normal form, and what of them does not count. */
export interface PolicySet {
  readonly tiers: readonly Tier[];
  /** In the order of the import for each dialect; those of policies that are not evaluated last. */
  readonly problems: readonly Problem[];
  /** Policies that no dialect owns: the verdicts do not know them. */
  readonly notEvaluated: readonly PolicyObject[];
}

/** Reads every policy object by the dialect that owns its kind. Never throws. */
export const readPolicies = (manifests: Pick<ManifestSet, 'objects'>): PolicySet => {
  const objects = manifests.objects.filter((object) => object.type === 'policy');
  const problems: Problem[] = [];
  const ownerOf = ({ apiVersion, kind }: PolicyObject) => dialects.find((dialect) => dialect.owns(apiVersion, kind));
  const tiers = dialects.flatMap((dialect) =>
    dialect.read(
      objects.filter((object) => ownerOf(object) === dialect),
      (problem) => problems.push(problem),
    ),
  );
  const notEvaluated = objects.filter((object) => ownerOf(object) === undefined);
  return { tiers, problems: [...problems, ...reportNotEvaluated(notEvaluated)], notEvaluated };
};

/** POLICY_NOT_EVALUATED once per kind, at the first: args `apiVersion`, `kind`, `count`. */
const reportNotEvaluated = (objects: readonly PolicyObject[]): Problem[] => {
  const kinds = new Map<string, { readonly first: PolicyObject; count: number }>();
  for (const object of objects) {
    const key = `${object.apiVersion} ${object.kind}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { first: object, count: 1 });
    else known.count += 1;
  }
  return [...kinds.values()].map(({ first, count }) => ({
    code: 'POLICY_NOT_EVALUATED',
    severity: 'warning',
    at: { file: first.source.file, start: first.source.range.start, end: first.source.range.end },
    args: { apiVersion: first.apiVersion, kind: first.kind, count },
  }));
};
