import type { Cluster } from '../cluster/Cluster.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import type { ManifestSet } from '../manifest/ManifestSet.ts';
import type { PolicyObject } from '../manifest/KubernetesObject.ts';
import type { Tier } from '../policy/PolicyRule.ts';

/** One of the two workspaces that are compared: what an analysis knows of it. Both are evaluated by the same profile. */
export interface DiffSide {
  readonly manifests: Pick<ManifestSet, 'objects'>;
  readonly cluster: Cluster;
  readonly tiers: readonly Tier[];
  readonly connectivity: Connectivity;
  readonly notEvaluated: readonly PolicyObject[];
}

export type SideName = 'before' | 'after';
export const sideNames: readonly SideName[] = ['before', 'after'];

/** One thing for each side. */
export type Sides<T> = Readonly<Record<SideName, T>>;

export const mapSides = <T, R>(sides: Sides<T>, map: (side: T, name: SideName) => R): Sides<R> => ({
  before: map(sides.before, 'before'),
  after: map(sides.after, 'after'),
});
