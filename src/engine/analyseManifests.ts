import { readCluster } from './cluster/readCluster.ts';
import type { Cluster } from './cluster/Cluster.ts';
import { computeConnectivity } from './connectivity/computeConnectivity.ts';
import type { Connectivity } from './connectivity/Connectivity.ts';
import type { PolicyObject } from './manifest/KubernetesObject.ts';
import type { ManifestSet } from './manifest/ManifestSet.ts';
import { parseManifests } from './manifest/parseManifests.ts';
import type { Problem } from './manifest/Problem.ts';
import type { SourceFile } from './manifest/SourceFile.ts';
import type { Tier } from './policy/PolicyRule.ts';
import { kubernetesProfile, type Profile } from './policy/Profile.ts';
import { findAssumedLabels } from './policy/findAssumedLabels.ts';
import { findAssumedPodLabels } from './policy/findAssumedPodLabels.ts';
import { readPolicies } from './policy/readPolicies.ts';

/** From text to flows: everything that the worker and the command line know of a workspace. Immutable. */
export interface Analysis {
  readonly manifests: ManifestSet;
  readonly cluster: Cluster;
  readonly tiers: readonly Tier[];
  readonly connectivity: Connectivity;
  /** Of the text, the objects and the policies, by file and offset. */
  readonly problems: readonly Problem[];
  /** Policies of dialects that are not evaluated yet. */
  readonly notEvaluated: readonly PolicyObject[];
}

export interface AnalysisOptions {
  readonly profile?: Profile;
  /** Take what the import does not say as absent instead of uncertain (docs/semantics). */
  readonly assumeComplete?: boolean;
  /** The analysis before this change: what is unchanged is taken over, and broken documents keep their last good meaning. */
  readonly previous?: Analysis;
}

/** Reads and evaluates a workspace. Never throws: what can not be read is among `problems`. */
export function analyseManifests(files: readonly SourceFile[], options: AnalysisOptions = {}): Analysis {
  const manifests = parseManifests(files, options.previous?.manifests);
  const cluster = readCluster(manifests);
  const { tiers, problems: policyProblems, notEvaluated } = readPolicies(manifests);
  const { profile = kubernetesProfile, assumeComplete = false } = options;
  const connectivity = computeConnectivity(cluster, tiers, {
    profile,
    assumeComplete,
    previous: options.previous?.connectivity,
  });
  const problems = sortProblems(files, [
    ...manifests.problems,
    ...policyProblems,
    ...findAssumedLabels(cluster, tiers, { assumeComplete }),
    ...findAssumedPodLabels(cluster, tiers, { assumeComplete }),
  ]);
  return { manifests, cluster, tiers, connectivity, problems, notEvaluated };
}

function sortProblems(files: readonly SourceFile[], problems: readonly Problem[]): readonly Problem[] {
  const order = new Map(files.map((file, index) => [file.path, index]));
  const position = (problem: Problem): number => order.get(problem.at.file) ?? files.length;
  return [...problems].sort((a, b) => position(a) - position(b) || a.at.start - b.at.start);
}
