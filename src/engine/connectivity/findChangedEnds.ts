import type { AdmissionRow } from './AdmissionRow.ts';
import type { FlowSources } from './computeFlowColumns.ts';

/** An end of which one direction is not what it was: towards these other ends (ascending), or, null, towards all. */
export interface ChangedEnd {
  readonly end: number;
  readonly others: readonly number[] | null;
}

/**
 * Ends whose parts, or whose rows in one direction, are not those of before. Where a row still admits the same to everyone of a
 * category, only the nodes that it admits something else to make a difference. External ends have no rows.
 */
export function findChangedEnds(
  sources: FlowSources,
  before: FlowSources,
  direction: 'ingress' | 'egress',
): readonly ChangedEnd[] {
  const { ends, externalCount, admissions } = sources;
  const findEnds = createEndFinder(sources);
  const changed: ChangedEnd[] = [];
  for (let index = 0; index < ends.length - externalCount; index += 1) {
    const end = ends[index]!;
    if (end !== before.ends[index]) {
      changed.push({ end: index, others: null });
      continue;
    }
    const others = new Set<number>();
    let isFor: 'none' | 'some' | 'all' = 'none';
    for (const { node } of end.parts) {
      // An end of former parts has nodes that were there before.
      if (admissions.hasSameRow(direction, node, before.admissions)) continue;
      const row = admissions.rowOf(direction, node);
      const old = before.admissions.rowOf(direction, node);
      if (row === old) continue;
      const nodes = row && old && findDifferences(row, old);
      if (nodes === null) {
        isFor = 'all';
        break;
      }
      isFor = 'some';
      for (const other of nodes.classes) for (const at of findEnds.ofClass(other)) others.add(at);
      for (const other of nodes.externals) others.add(findEnds.ofExternal(other));
    }
    if (isFor === 'all') changed.push({ end: index, others: null });
    else if (others.size > 0) changed.push({ end: index, others: [...others].sort((a, b) => a - b) });
  }
  return changed;
}

/** The ends that have pods of a class, by its number. */
function createEndFinder({ ends, externalCount }: FlowSources) {
  let byClass: Map<number, number[]> | null = null;
  const list = (): Map<number, number[]> => {
    const found = new Map<number, number[]>();
    for (let index = 0; index < ends.length - externalCount; index += 1) {
      for (const { node } of ends[index]!.parts) {
        const known = found.get(node);
        if (known === undefined) found.set(node, [index]);
        else known.push(index);
      }
    }
    return found;
  };
  return {
    ofClass: (node: number): readonly number[] => (byClass ??= list()).get(node) ?? [],
    ofExternal: (external: number): number => ends.length - externalCount + external,
  };
}

interface Differences {
  readonly classes: readonly number[];
  readonly externals: readonly number[];
}

/** The nodes that two rows admit different things to; null when they differ for a whole category. */
function findDifferences(a: AdmissionRow, b: AdmissionRow): Differences | null {
  for (let category = 0; category < a.lower.length; category += 1) {
    if (a.lower[category] !== b.lower[category] || a.upper[category] !== b.upper[category]) return null;
  }
  return {
    classes: compareLists(
      a.classes,
      b.classes,
      (at, other) => a.classLower[at] === b.classLower[other] && a.classUpper[at] === b.classUpper[other],
    ),
    externals: compareLists(
      a.externals,
      b.externals,
      (at, other) => a.externalLower[at] === b.externalLower[other] && a.externalUpper[at] === b.externalUpper[other],
    ),
  };
}

/** What is in one of two ascending lists only, or in both with different values. */
function compareLists(a: Uint32Array, b: Uint32Array, isSame: (at: number, other: number) => boolean): number[] {
  const different: number[] = [];
  let at = 0;
  let other = 0;
  while (at < a.length || other < b.length) {
    const left = at < a.length ? a[at]! : Number.POSITIVE_INFINITY;
    const right = other < b.length ? b[other]! : Number.POSITIVE_INFINITY;
    if (left !== right || !isSame(at, other)) different.push(Math.min(left, right));
    if (left <= right) at += 1;
    if (right <= left) other += 1;
  }
  return different;
}
