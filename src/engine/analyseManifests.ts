import { readCluster } from './cluster/readCluster.ts';
import type { Cluster } from './cluster/Cluster.ts';
import { computeConnectivityInSteps } from './connectivity/computeConnectivity.ts';
import type { Connectivity } from './connectivity/Connectivity.ts';
import { findUnrendered } from './manifest/findUnrendered.ts';
import type { PolicyObject } from './manifest/KubernetesObject.ts';
import type { ManifestSet } from './manifest/ManifestSet.ts';
import { parseInSteps } from './manifest/parseManifests.ts';
import type { Problem } from './manifest/Problem.ts';
import { groupProblems, mergeProblems } from './manifest/sortProblems.ts';
import type { SortedProblems } from './manifest/sortProblems.ts';
import type { SourceFile } from './manifest/SourceFile.ts';
import { runSteps, type Steps } from './manifest/Steps.ts';
import type { Tier } from './policy/PolicyRule.ts';
import { kubernetesProfile, type Profile } from './policy/Profile.ts';
import { findAssumedLabels } from './policy/findAssumedLabels.ts';
import { findAssumedPodLabels } from './policy/findAssumedPodLabels.ts';
import { findUnknownPortNames } from './policy/findUnknownPortNames.ts';
import { readPolicies } from './policy/readPolicies.ts';
import type { PolicySet } from './policy/readPolicies.ts';
import { supposeWorkloads, toImported } from './policy/supposeWorkloads.ts';

/** From text to flows: everything that the worker and the command line know of a workspace. Immutable. */
export interface Analysis {
  readonly manifests: ManifestSet;
  readonly cluster: Cluster;
  readonly policies: PolicySet;
  /** Those of `policies`. */
  readonly tiers: readonly Tier[];
  readonly connectivity: Connectivity;
  /** Of the text, the objects and the policies, by file and offset. */
  readonly problems: readonly Problem[];
  /** What the next analysis can go on with. */
  readonly sortedProblems: SortedProblems;
  /** Whether workloads are supposed where the import has none. */
  readonly supposes: boolean;
  /** Policies of dialects that are not evaluated yet. */
  readonly notEvaluated: readonly PolicyObject[];
}

export interface AnalysisOptions {
  readonly profile?: Profile;
  /** Take what the import does not say as absent instead of uncertain (docs/semantics). */
  readonly assumeComplete?: boolean;
  /** Where there are policies and no workloads, go by what their selectors mean (`supposeWorkloads`). */
  readonly supposes?: boolean;
  /** The analysis before this change: what is unchanged is taken over, and broken documents keep their last good meaning. */
  readonly previous?: Analysis;
}

/** Reads and evaluates a workspace. Never throws: what can not be read is among `problems`. */
export const analyseManifests = (files: readonly SourceFile[], options: AnalysisOptions = {}): Analysis =>
  runSteps(analyseInSteps(files, options));

/** The same in steps: file by file, and from one stage to the next. What is dropped half-way leaves `previous` as it was. */
export function* analyseInSteps(files: readonly SourceFile[], options: AnalysisOptions = {}): Steps<Analysis> {
  const { previous, profile = kubernetesProfile, assumeComplete = false, supposes = false } = options;
  const manifests = yield* parseInSteps(files, previous?.manifests);
  const imported = readCluster(manifests, previous && toImported(previous.cluster));
  yield;
  const policies = readPolicies(manifests, previous?.policies);
  const cluster = supposes ? supposeWorkloads(imported, policies) : imported;
  const { tiers, notEvaluated } = policies;
  yield;
  const connectivity = yield* computeConnectivityInSteps(cluster, tiers, {
    profile,
    assumeComplete,
    previous: previous?.connectivity,
  });
  yield;
  const assumed = [
    ...findAssumedLabels(cluster, tiers, { assumeComplete }),
    ...findAssumedPodLabels(cluster, tiers, { assumeComplete }),
    ...findUnknownPortNames(cluster, tiers),
    ...findUnrendered(manifests.files),
  ];
  const sortedProblems = mergeProblems(
    files.map(({ path }) => path),
    [
      manifests.problemsByFile.byFile,
      policies.problemsByFile,
      groupProblems(assumed, previous?.sortedProblems.sources[2]),
    ],
    previous?.sortedProblems,
  );
  const problems = sortedProblems.all;
  return { manifests, cluster, policies, tiers, connectivity, problems, sortedProblems, supposes, notEvaluated };
}
