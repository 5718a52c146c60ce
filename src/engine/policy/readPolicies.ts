import { countKinds } from '../manifest/countKinds.ts';
import type { PolicyObject } from '../manifest/KubernetesObject.ts';
import { createProblemCollector } from '../manifest/createProblemCollector.ts';
import type { ManifestSet } from '../manifest/ManifestSet.ts';
import { moveProblem } from '../manifest/moveObject.ts';
import type { Problem } from '../manifest/Problem.ts';
import { groupProblems, keepEqual } from '../manifest/sortProblems.ts';
import type { ProblemsByFile } from '../manifest/sortProblems.ts';
import type { Dialect, ReadPolicy } from './Dialect.ts';
import { dialects } from './dialects.ts';
import { movePolicy } from './movePolicy.ts';
import type { Policy, Tier } from './PolicyRule.ts';

/** The policies of an import in the normal form, and what of them does not count. */
export interface PolicySet {
  readonly tiers: readonly Tier[];
  /** In the order of the import for each dialect; those of policies that are not evaluated last. */
  readonly problems: readonly Problem[];
  readonly problemsByFile: ProblemsByFile;
  /** Policies that no dialect owns: the verdicts do not know them. */
  readonly notEvaluated: readonly PolicyObject[];
  /** What became of each policy's text, by `source.content`. */
  readonly readings: ReadonlyMap<object, PolicyReading>;
}

/** One policy object, read. */
export interface PolicyReading {
  readonly object: PolicyObject;
  /** Of the dialect that owns it, if one does. */
  readonly dialect: Dialect | null;
  /** With its position in its tier; null when it does not count. */
  readonly policy: Policy | null;
  readonly problems: readonly Problem[];
}

/** The position of a policy that has none yet. */
const unplaced = -1;

/**
 * Reads every policy object by the dialect that owns its kind. Never throws. With the set that was read before, only
 * policies whose text is new are read.
 */
export const readPolicies = (manifests: Pick<ManifestSet, 'policies'>, previous?: PolicySet): PolicySet => {
  const readings = new Map<object, PolicyReading>();
  const counts = new Map<Dialect | null, number>();
  const problems: Problem[] = [];
  for (const object of manifests.policies) {
    const { content } = object.source;
    const reading = readObject(object, previous?.readings.get(content), counts);
    readings.set(content, reading);
    for (const problem of reading.problems) problems.push(problem);
  }
  const all = [...readings.values()];
  const notEvaluated = all.filter(({ dialect }) => dialect === null).map(({ object }) => object);
  problems.push(...reportNotEvaluated(notEvaluated));
  const tiers = dialects.map((dialect, index) => toTier(dialect, all, previous?.tiers[index]));
  return {
    tiers: keepEqual(tiers, previous?.tiers),
    problems: keepEqual(problems, previous?.problems),
    problemsByFile: groupProblems(problems, previous?.problemsByFile),
    notEvaluated: keepEqual(notEvaluated, previous?.notEvaluated),
    readings,
  };
};

const toTier = (dialect: Dialect, readings: readonly PolicyReading[], previous: Tier | undefined): Tier => {
  const policies: Policy[] = [];
  for (const { policy, dialect: owner } of readings) if (owner === dialect && policy !== null) policies.push(policy);
  const kept = keepEqual(policies, previous?.policies);
  return previous !== undefined && kept === previous.policies ? previous : { ...dialect.tier, policies: kept };
};

/** `counts`: of each dialect, how many of its policies count so far. */
const readObject = (
  object: PolicyObject,
  former: PolicyReading | undefined,
  counts: Map<Dialect | null, number>,
): PolicyReading => {
  const reading = former === undefined ? readAnew(object) : moveReading(former, object);
  const { dialect, policy } = reading;
  if (policy === null) return reading;
  const index = counts.get(dialect) ?? 0;
  counts.set(dialect, index + 1);
  return policy.index === index
    ? reading
    : { object, dialect, policy: placePolicy(policy, index), problems: reading.problems };
};

const readAnew = (object: PolicyObject): PolicyReading => {
  const dialect = dialects.find(({ owns }) => owns(object.apiVersion, object.kind)) ?? null;
  const collector = createProblemCollector();
  const policy = dialect?.read(object, collector.add) ?? null;
  const problems = collector.list();
  return { object, dialect, policy: policy === null ? null : placePolicy(policy, unplaced), problems };
};

/** Field by field: all policies are to have one shape in memory (`placeObject`). */
const placePolicy = (policy: ReadPolicy, index: number): Policy => ({
  index,
  id: policy.id,
  namespace: policy.namespace,
  name: policy.name,
  kind: policy.kind,
  subject: policy.subject,
  isolates: policy.isolates,
  rules: policy.rules,
  ignoredRules: policy.ignoredRules,
  origin: policy.origin,
});

const moveReading = (reading: PolicyReading, object: PolicyObject): PolicyReading => {
  if (reading.object === object) return reading;
  const { dialect, policy, problems } = reading;
  const delta = object.source.range.start - reading.object.source.range.start;
  if (delta === 0) return { object, dialect, policy, problems };
  return {
    object,
    dialect,
    policy: policy === null ? null : placePolicy(movePolicy(policy, delta), policy.index),
    problems: problems.map((problem) => moveProblem(problem, delta)),
  };
};

/** POLICY_NOT_EVALUATED once per kind, at the first: args `apiVersion`, `kind`, `count`. */
const reportNotEvaluated = (objects: readonly PolicyObject[]): Problem[] =>
  countKinds(objects).map(({ apiVersion, kind, count, first }) => ({
    code: 'POLICY_NOT_EVALUATED',
    severity: 'warning',
    at: first,
    args: { apiVersion, kind, count },
  }));
