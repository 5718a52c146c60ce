import { everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId, PortSetTable } from '../net/PortSetTable.ts';
import { categoryCount } from './PodClass.ts';
import type { NodeCategory } from './PodClass.ts';

/**
 * What one end admits to or from each node: what it admits to everyone of a category, and more for some nodes. Two port
 * sets each: `lower`, admitted for certain, is a part of `upper`, admitted perhaps.
 */
export interface AdmissionRow {
  /** By category. */
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** Classes that are admitted more than their category, ascending. */
  readonly classes: Uint32Array;
  readonly classLower: Uint32Array;
  readonly classUpper: Uint32Array;
  /** The same for external endpoints. */
  readonly externals: Uint32Array;
  readonly externalLower: Uint32Array;
  readonly externalUpper: Uint32Array;
}

/** Collects what rules admit, and gives a row. Nodes are classes by index, then externals (`classCount` + index). */
export interface RowBuilder {
  admit(node: number, ports: PortSetId, certain: 1 | 0): void;
  admitCategory(category: NodeCategory, ports: PortSetId, certain: 1 | 0): void;
  /** The row of everything since the last one. */
  finish(): AdmissionRow;
}

export const createRowBuilder = (
  table: PortSetTable,
  { classCount, externalCount }: { readonly classCount: number; readonly externalCount: number },
  categoryOf: (classIndex: number) => NodeCategory,
): RowBuilder => {
  const nodeLower = new Int32Array(classCount + externalCount);
  const nodeUpper = new Int32Array(classCount + externalCount);
  const touched = new Uint32Array(classCount + externalCount);
  let touchedCount = 0;
  let lower = new Int32Array(categoryCount);
  let upper = new Int32Array(categoryCount);

  const take = createArena();
  const toPart = (first: number, end: number, offset: number) => {
    const list = take(end - first);
    const lowers = take(end - first);
    const uppers = take(end - first);
    let length = 0;
    for (let at = first; at < end; at += 1) {
      const node = touched[at]!;
      const category = offset === 0 ? categoryOf(node) : 0;
      const certain = table.union(nodeLower[node]!, lower[category]!);
      const perhaps = table.union(table.union(nodeUpper[node]!, upper[category]!), certain);
      nodeLower[node] = 0;
      nodeUpper[node] = 0;
      if (certain === lower[category] && perhaps === upper[category]) continue;
      list[length] = node - offset;
      lowers[length] = certain;
      uppers[length] = perhaps;
      length += 1;
    }
    if (length === end - first) return { list, lowers, uppers };
    return { list: list.subarray(0, length), lowers: lowers.subarray(0, length), uppers: uppers.subarray(0, length) };
  };

  return {
    admit: (node, ports, certain) => {
      if (ports === 0) return;
      if (nodeUpper[node] === 0) {
        touched[touchedCount] = node;
        touchedCount += 1;
        nodeUpper[node] = ports;
      } else nodeUpper[node] = table.union(nodeUpper[node]!, ports);
      if (certain === 1) nodeLower[node] = table.union(nodeLower[node]!, ports);
    },
    admitCategory: (category, ports, certain) => {
      upper[category] = table.union(upper[category]!, ports);
      if (certain === 1) lower[category] = table.union(lower[category]!, ports);
    },
    finish: () => {
      const sorted = touched.subarray(0, touchedCount).sort();
      let inCluster = touchedCount;
      while (inCluster > 0 && sorted[inCluster - 1]! >= classCount) inCluster -= 1;
      const inside = toPart(0, inCluster, 0);
      const outside = toPart(inCluster, touchedCount, classCount);
      const row: AdmissionRow = {
        lower,
        upper,
        classes: inside.list,
        classLower: inside.lowers,
        classUpper: inside.uppers,
        externals: outside.list,
        externalLower: outside.lowers,
        externalUpper: outside.uppers,
      };
      touchedCount = 0;
      lower = new Int32Array(categoryCount);
      upper = new Int32Array(categoryCount);
      return row;
    },
  };
};

/**
 * Gives out short arrays that share long buffers: hundreds of thousands of buffers of their own would keep the garbage
 * collector busier than the evaluation.
 */
const createArena = () => {
  const size = 1 << 16;
  let buffer = new Uint32Array(size);
  let used = 0;
  return (length: number): Uint32Array => {
    if (length > size / 4) return new Uint32Array(length);
    if (used + length > size) {
      buffer = new Uint32Array(size);
      used = 0;
    }
    used += length;
    return buffer.subarray(used - length, used);
  };
};

/** Position of a value in an ascending list; -1 when it is not there. */
export const findPosition = (list: Uint32Array, value: number): number => {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** The same row when everything may be admitted: policies that may not count at all (docs/semantics). */
export const withEveryUpper = (row: AdmissionRow): AdmissionRow => ({
  ...row,
  upper: new Int32Array(categoryCount).fill(everyPortId),
  classUpper: new Uint32Array(row.classes.length).fill(everyPortId),
  externalUpper: new Uint32Array(row.externals.length).fill(everyPortId),
});
