import { fillVerdicts, pairVerdicts, type FlowIndex } from '../../engine/index.ts';
import type { MatrixUnits, Unit } from './MatrixUnits.ts';

/** How many pairs of nodes have which verdict; by code of `pairVerdicts`. */
export type PairCounts = readonly number[];

/** Verdicts by row, computed when a row is first seen and kept for a while. */
export interface VerdictRows {
  /** Codes from one node to every node. Not to be changed. */
  ofNode(node: number): Uint8Array;
  /** From a unit to every unit, `countKinds` numbers each: how many pairs of nodes have which verdict, by code. */
  countsOf(from: Unit): Uint32Array;
  /** The same for one pair of units. */
  count(from: Unit, to: Unit): PairCounts;
}

export const countKinds = pairVerdicts.length;

/** Rows seen last: a screen full of them and some more. */
const keptRows = 600;

export function createVerdictRows(index: FlowIndex, units: MatrixUnits): VerdictRows {
  const { nodeCount, groups, groupOf } = units;
  const unitCount = nodeCount + groups.length;
  const nodeRows = createMemory<Uint8Array>(keptRows);
  const countRows = createMemory<Uint32Array>(keptRows);

  const ofNode = (node: number): Uint8Array =>
    nodeRows(node, () => {
      const verdicts = new Uint8Array(nodeCount);
      fillVerdicts(index, node, verdicts);
      return verdicts;
    });

  const countsOf = (from: Unit): Uint32Array =>
    countRows(from, () => {
      const counts = new Uint32Array(unitCount * countKinds);
      const row = new Uint8Array(nodeCount);
      for (const node of groups[from - nodeCount]?.nodes ?? [from]) {
        fillVerdicts(index, node, row);
        for (let to = 0; to < nodeCount; to += 1) counts[to * countKinds + row[to]!]! += 1;
      }
      for (let to = 0; to < nodeCount; to += 1) {
        const group = (nodeCount + groupOf[to]!) * countKinds;
        for (let code = 0; code < countKinds; code += 1) counts[group + code]! += counts[to * countKinds + code]!;
      }
      return counts;
    });

  return {
    ofNode,
    countsOf,
    count: (from, to) => [...countsOf(from).subarray(to * countKinds, (to + 1) * countKinds)],
  };
}

/** What was computed last, up to so many; the oldest goes first. */
function createMemory<T>(size: number): (key: number, compute: () => T) => T {
  const known = new Map<number, T>();
  return (key, compute) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute();
    if (known.size >= size)
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    known.set(key, value);
    return value;
  };
}
