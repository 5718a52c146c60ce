import type { KubernetesObject } from './KubernetesObject.ts';
import type { FileRange } from './SourceFile.ts';

export interface KindCount {
  readonly apiVersion: string;
  readonly kind: string;
  readonly count: number;
  /** Where the first one is. */
  readonly first: FileRange;
}

/** How many there are of each kind, in the order in which kinds appear. */
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
  return [...counts.values()];
};
