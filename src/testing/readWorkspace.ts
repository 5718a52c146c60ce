import type { Cluster } from '../engine/cluster/Cluster.ts';
import { readCluster } from '../engine/cluster/readCluster.ts';
import type { ManifestSet } from '../engine/manifest/ManifestSet.ts';
import { parseManifests } from '../engine/manifest/parseManifests.ts';
import { toFilePath } from '../engine/manifest/SourceFile.ts';
import { readPolicies } from '../engine/policy/readPolicies.ts';
import type { PolicySet } from '../engine/policy/readPolicies.ts';

/** Everything that is read before anything is evaluated. */
export interface ReadWorkspace {
  readonly manifests: ManifestSet;
  readonly cluster: Cluster;
  readonly policies: PolicySet;
}

export const readWorkspace = (
  files: readonly { readonly path: string; readonly text: string }[],
  previous?: ReadWorkspace,
): ReadWorkspace => {
  const sources = files.map(({ path, text }) => ({ path: toFilePath(path), text }));
  const manifests = parseManifests(sources, previous?.manifests);
  return {
    manifests,
    cluster: readCluster(manifests, previous?.cluster),
    policies: readPolicies(manifests, previous?.policies),
  };
};

/** All that it says, trees included, without what only serves the next reading. */
export const listContents = ({ manifests, cluster, policies }: ReadWorkspace): object => ({
  documents: manifests.files.map(({ documents, problems }) => ({ documents, problems })),
  roots: manifests.files.map(({ documents }) => documents.map(({ root }) => root)),
  objects: manifests.objects,
  nodes: manifests.objects.map(({ source }) => source.node),
  problems: manifests.problems,
  namespaces: [...manifests.namespaces.values()].map(({ name, objects, described }) => ({ name, objects, described })),
  parts: cluster.parts.map(({ firstWorkload, firstPod, ...part }) => ({
    firstWorkload,
    firstPod,
    name: part.namespace.name,
    workloads: part.workloads,
    pods: part.pods,
  })),
  lists: [cluster.namespaces, cluster.workloads, cluster.pods, cluster.services],
  policies: [policies.tiers, policies.problems, policies.notEvaluated],
});
