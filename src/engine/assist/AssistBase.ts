import type { Cluster } from '../cluster/Cluster.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import type { ManifestFile, ManifestSet } from '../manifest/ManifestSet.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { FilePath } from '../manifest/SourceFile.ts';
import type { Tier } from '../policy/PolicyRule.ts';

/** What the editor's questions are answered from; an analysis has it all. */
export interface AssistBase {
  readonly manifests: ManifestSet;
  readonly cluster: Cluster;
  readonly tiers: readonly Tier[];
  readonly connectivity: Connectivity;
  readonly problems: readonly Problem[];
}

export const findFile = ({ manifests }: AssistBase, file: FilePath): ManifestFile | null =>
  manifests.files.find(({ source }) => source.path === file) ?? null;
