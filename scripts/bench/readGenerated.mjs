import { toFiles } from './cluster/generateCluster.mjs';

/** A generated cluster through the engine's own front: texts → objects → cluster and rules. */
export function readGenerated({ parseManifests, readCluster, readPolicies }, generated) {
  const manifests = parseManifests(toFiles(generated, 'json'));
  if (manifests.problems.some(({ severity }) => severity === 'error')) {
    throw new Error(`the generated cluster is not valid: ${JSON.stringify(manifests.problems[0])}`);
  }
  const cluster = readCluster(manifests);
  const { tiers } = readPolicies(manifests);
  return { manifests, cluster, tiers };
}
