import { toFilePath } from '../engine/index.ts';
import type { FilePath } from '../engine/index.ts';

/** Hands out paths that nothing else has: `shop/web.yaml`, then `shop/web (2).yaml`. */
export interface UniquePaths {
  claim(path: FilePath): FilePath;
}

export function createUniquePaths(taken: Iterable<FilePath> = []): UniquePaths {
  const claimed = new Set<string>(taken);
  const counts = new Map<string, number>();
  return {
    claim(path) {
      let candidate: string = path;
      let count = counts.get(path) ?? 1;
      while (claimed.has(candidate)) {
        count += 1;
        candidate = withCount(path, count);
      }
      counts.set(path, count);
      claimed.add(candidate);
      return toFilePath(candidate);
    },
  };
}

function withCount(path: string, count: number): string {
  const name = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  const end = dot > name ? dot : path.length;
  return `${path.slice(0, end)} (${count})${path.slice(end)}`;
}
