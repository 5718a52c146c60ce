import { countCommon } from './countCommon.ts';
import { linkClusters } from './linkClusters.ts';

/** More distinct patterns than this are put in order by their least hashes instead: near enough, and linear. */
const mostLinked = 600;

/**
 * An order of rows of bits in which like rows stand together: positions in `rows`. Equal rows are one pattern; patterns are
 * linked by average Jaccard distance. Deterministic: ties go to what came first.
 */
export function clusterRows(rows: readonly Uint32Array[]): readonly number[] {
  const patterns = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const key = row.join();
    const known = patterns.get(key);
    if (known === undefined) patterns.set(key, [at]);
    else known.push(at);
  });
  const members = [...patterns.values()];
  const distinct = members.map(([first]) => rows[first!]!);
  const order = distinct.length > mostLinked ? orderByHashes(distinct) : linkClusters(distancesOf(distinct));
  return order.flatMap((pattern) => members[pattern]!);
}

/** Jaccard distances, row by row; 0 for two empty rows. */
function distancesOf(rows: readonly Uint32Array[]): readonly Float64Array[] {
  const sizes = rows.map((row) => countCommon(row, row));
  const distances = rows.map(() => new Float64Array(rows.length));
  for (let a = 0; a < rows.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const common = countCommon(rows[a]!, rows[b]!);
      const all = sizes[a]! + sizes[b]! - common;
      const distance = all === 0 ? 0 : 1 - common / all;
      distances[a]![b] = distance;
      distances[b]![a] = distance;
    }
  }
  return distances;
}

const hashes = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];

/** Rows with many bits in common are likely to have the same least hashes. */
function orderByHashes(rows: readonly Uint32Array[]): readonly number[] {
  const keys = rows.map((row) => hashes.map((factor) => leastHash(row, factor)));
  return rows
    .map((_, at) => at)
    .sort((a, b) => {
      for (let at = 0; at < hashes.length; at += 1) {
        const difference = keys[a]![at]! - keys[b]![at]!;
        if (difference !== 0) return difference;
      }
      return a - b;
    });
}

function leastHash(row: Uint32Array, factor: number): number {
  let least = Infinity;
  row.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      const bit = at * 32 + (31 - Math.clz32(rest & -rest));
      const hash = Math.imul(bit + 1, factor) >>> 0;
      if (hash < least) least = hash;
    }
  });
  return least === Infinity ? -1 : least;
}
