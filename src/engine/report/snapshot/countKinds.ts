import type { KubernetesObject } from '../../manifest/KubernetesObject.ts';
import type { KindCount } from '../../WorkspaceSnapshot.ts';

/** How many there are of each kind, by kind. */
export const countKinds = (objects: readonly KubernetesObject[]): readonly KindCount[] => {
  const counts = new Map<string, KindCount>();
  for (const object of objects) {
    const key = `${object.apiVersion}/${object.kind}`;
    const known = counts.get(key);
    counts.set(
      key,
      known
        ? { ...known, count: known.count + 1 }
        : {
            apiVersion: object.apiVersion,
            kind: object.kind,
            count: 1,
            first: { file: object.source.file, start: object.source.range.start, end: object.source.range.end },
          },
    );
  }
  return [...counts.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.apiVersion.localeCompare(b.apiVersion));
};
