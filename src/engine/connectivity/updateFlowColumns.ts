import type { FlowSources } from './computeFlowColumns.ts';
import { createPairCombiner } from './createPairCombiner.ts';
import type { CombinedFlow } from './createPairCombiner.ts';
import { findChangedEnds } from './findChangedEnds.ts';
import { createFlowCollector } from './createFlowCollector.ts';
import { copyRows, createRows, maxRows } from './FlowColumns.ts';
import type { FlowColumns, FlowRows, RowBounds } from './FlowColumns.ts';
import { countOpen, markOpen, markOpenNodes } from './markOpenEnds.ts';
import { createRowLookup } from './nodeLookups.ts';

/** Flows of the evaluation before, and what they were computed from. */
export interface FormerFlows {
  readonly sources: FlowSources;
  readonly columns: FlowColumns;
}

/**
 * The flows after a change that leaves most ends as they were: rows between ends that nothing changed between are taken over,
 * all others are looked up pair by pair. Null when the change is too great for that, or the ends are others.
 */
export const updateFlowColumns = (sources: FlowSources, former: FormerFlows): FlowColumns | null => {
  const { ends, externalCount, admissions, classes } = sources;
  if (!canBuildOn(sources, former)) return null;
  const plan = planCells(sources, former);
  if (plan === null) return null;

  const open = markOpenNodes(sources);
  const openEgress = markOpen(sources, open.egress);
  const openIngress = markOpen(sources, open.ingress);
  const combine = createPairCombiner(sources, createRowLookup(admissions, classes), open);
  const find = (from: number, to: number): CombinedFlow | null => {
    if (openEgress[from] === 1 && openIngress[to] === 1) return null;
    return from === to && !ends[from]!.meetsItself ? null : combine(ends[from]!, ends[to]!);
  };
  const rows = createRowWriter(former.columns, { ends: ends.length, sets: admissions.ports.sets.length });
  ends.forEach((_, from) => {
    const last = from < ends.length - externalCount ? ends.length : ends.length - externalCount;
    const targets = plan.targetsOf(from);
    if (targets === null) {
      rows.skip(from);
      for (let to = 0; to < last; to += 1) rows.add(from, to, find(from, to));
    } else rows.patch(from, targets, (to) => (to < last ? find(from, to) : null));
  });
  const result = rows.finish();
  if (result === null) return null;
  return { ...result, openEgress, openIngress, openCount: countOpen(sources, openEgress, openIngress) };
};

/** The same number of ends, made of classes of the same table, with the same external endpoints. */
const canBuildOn = (sources: FlowSources, { sources: before, columns }: FormerFlows): boolean =>
  columns.omitted === 0 &&
  columns.length < maxRows &&
  before.classTable === sources.classTable &&
  before.externals === sources.externals &&
  before.ends.length === sources.ends.length &&
  before.assumesComplete === sources.assumesComplete &&
  before.hasHostPods === sources.hasHostPods;

/** Which pairs to look up anew: of each source, some targets (ascending), or all of them. */
interface CellPlan {
  readonly targetsOf: (from: number) => readonly number[] | null;
}

/** Null when there are so many that all are found sooner than those. */
function planCells(sources: FlowSources, { sources: before }: FormerFlows): CellPlan | null {
  const { ends } = sources;
  const out = findChangedEnds(sources, before, 'egress');
  const into = findChangedEnds(sources, before, 'ingress');
  const columns = into.filter(({ others }) => others === null).map(({ end }) => end);
  const whole = out.filter(({ others }) => others === null);
  if (whole.length + columns.length > Math.max(16, ends.length / 8)) return null;
  const cells = [...out, ...into].reduce((sum, { others }) => sum + (others?.length ?? 0), 0);
  if (cells > Math.max(1000, (ends.length * ends.length) / 8)) return null;

  const isWhole = new Uint8Array(ends.length);
  for (const { end } of whole) isWhole[end] = 1;
  const single = new Map<number, number[]>();
  const note = (from: number, to: number): void => {
    const known = single.get(from);
    if (known === undefined) single.set(from, [to]);
    else known.push(to);
  };
  for (const { end, others } of out) for (const to of others ?? []) note(end, to);
  for (const { end, others } of into) for (const from of others ?? []) note(from, end);
  return {
    targetsOf: (from) => {
      if (isWhole[from] === 1) return null;
      const own = single.get(from);
      return own === undefined ? columns : [...new Set([...columns, ...own])].sort((a, b) => a - b);
    },
  };
}

/** Writes rows source by source, in the longest stretches of former ones that stay as they were. */
const createRowWriter = (former: FlowColumns, bounds: RowBounds) => {
  const added = createFlowCollector(bounds.ends);
  /** Where former rows end that are followed by added ones: from, to before, and how many are added after them. */
  const stretches: { readonly start: number; readonly end: number; added: number }[] = [];
  let at = 0;
  /** The former rows from here to `at` stay, and are not noted yet. */
  let pending = 0;
  const flush = (): void => {
    if (pending < at) stretches.push({ start: pending, end: at, added: 0 });
    pending = at;
  };
  const add = (from: number, to: number, flow: CombinedFlow | null): void => {
    if (flow === null) return;
    if (stretches.length === 0) stretches.push({ start: 0, end: 0, added: 0 });
    stretches.at(-1)!.added += 1;
    added.add(from, to, flow.ports, flow.partial, flow.uncertain, flow.byRule);
  };
  const isFormer = (from: number, to: number): boolean => former.from[at] === from && former.to[at] === to;
  const isSame = (flow: CombinedFlow | null): boolean =>
    flow !== null &&
    former.ports[at] === flow.ports &&
    former.partial[at] === flow.partial &&
    former.uncertain[at] === flow.uncertain &&
    former.byRule[at] === flow.byRule;
  return {
    add,
    /** Passes over the former rows of a source. */
    skip: (from: number): void => {
      flush();
      while (at < former.length && former.from[at] === from) at += 1;
      pending = at;
    },
    /** The former rows of a source, but for some targets (ascending), whose flows are found anew. */
    patch: (from: number, targets: readonly number[], find: (to: number) => CombinedFlow | null): void => {
      for (const to of targets) {
        while (at < former.length && former.from[at] === from && former.to[at]! < to) at += 1;
        const flow = find(to);
        const hasRow = at < former.length && isFormer(from, to);
        if (hasRow && isSame(flow)) {
          at += 1;
        } else if (hasRow || flow !== null) {
          flush();
          if (hasRow) at += 1;
          pending = at;
          add(from, to, flow);
        }
      }
      while (at < former.length && former.from[at] === from) at += 1;
    },
    /** Null when there are too many. */
    finish: (): FlowRows | null => {
      flush();
      const own = added.finish();
      const length = stretches.reduce((sum, { start, end }) => sum + end - start, own.length);
      if (own.omitted > 0 || length > maxRows) return null;
      const rows = createRows(length, bounds);
      let done = 0;
      let used = 0;
      for (const stretch of stretches) {
        copyRows(former, stretch, rows, done);
        done += stretch.end - stretch.start;
        copyRows(own, { start: used, end: used + stretch.added }, rows, done);
        done += stretch.added;
        used += stretch.added;
      }
      return { length, ...rows, omitted: 0 };
    },
  };
};
