import type { Sides } from './DiffSide.ts';
import type { FlowReader } from './createFlowReader.ts';
import { openFlow, type StateId, type TransitionTable } from './createTransitionTable.ts';
import type { MatchedNodes } from './matchNodes.ts';
import type { FlowChanges } from './WorkspaceDiff.ts';

/** Pairs beyond this many are counted and left out: 16 bytes each. */
export const maxChanges = 8_000_000;

/**
 * The pairs of nodes whose flow differs. Time grows with the rows of both sides and the pairs that are open by default on
 * one side only; pairs that are open on both are never looked at.
 */
export const compareFlows = (
  matched: MatchedNodes,
  readers: Sides<FlowReader>,
  table: TransitionTable,
  limit = maxChanges,
): FlowChanges => {
  const { nodes } = matched;
  const { before, after } = readers;
  const was = new Uint32Array(nodes.length);
  const is = new Uint32Array(nodes.length);
  const touched = createTouched(nodes.length);
  const collector = createCollector(limit);
  const notCompared: number[] = [];
  const differing = nodes.flatMap((_, node) => (before.openIngress[node] === after.openIngress[node] ? [] : node));
  const everyone = nodes.map((_, node) => node);

  const fill = (reader: FlowReader, row: Uint32Array, from: number, open: readonly number[]): void => {
    const set = (to: number, state: StateId): void => {
      row[to] = state;
      touched.add(to);
    };
    reader.eachRow(from, set);
    if (reader.openEgress[from] === 0) return;
    for (const to of open) if (reader.openIngress[to] === 1 && reader.canFlow(from, to)) set(to, openFlow);
  };

  for (const from of everyone) {
    if (!before.isComplete(from) || !after.isComplete(from)) {
      notCompared.push(from);
      continue;
    }
    const isOpen = before.openEgress[from] === 1 && after.openEgress[from] === 1;
    // Open on both sides: then only ends that are open on one side can make a difference.
    const open = isOpen && !canDifferAlone(readers, from) ? differing : everyone;
    fill(before, was, from, open);
    fill(after, is, from, open);
    touched.each((to) => {
      if (was[to] !== is[to]) collector.add(from, to, table.find(was[to]!, is[to]!));
      was[to] = 0;
      is[to] = 0;
    });
  }
  return { ...collector.finish(), notCompared };
};

/** A workload that can have a flow to itself on one side only. */
const canDifferAlone = ({ before, after }: Sides<FlowReader>, from: number): boolean =>
  before.canFlow(from, from) !== after.canFlow(from, from);

/** A set of nodes that is walked in ascending order and empty afterwards. */
const createTouched = (size: number) => {
  const marks = new Uint8Array(size);
  const list = new Uint32Array(size);
  let length = 0;
  return {
    add: (node: number): void => {
      if (marks[node] === 1) return;
      marks[node] = 1;
      list[length] = node;
      length += 1;
    },
    each: (visit: (node: number) => void): void => {
      // Sorting many costs more than looking at all.
      if (length * 8 > size) {
        for (let node = 0; node < size; node += 1) if (marks[node] === 1) visit(node);
      } else list.subarray(0, length).sort().forEach(visit);
      for (let index = 0; index < length; index += 1) marks[list[index]!] = 0;
      length = 0;
    },
  };
};

const createCollector = (limit: number) => {
  let from = new Uint32Array(1024);
  let to = new Uint32Array(1024);
  let transition = new Uint32Array(1024);
  let length = 0;
  let omitted = 0;
  const grow = (column: Uint32Array): Uint32Array<ArrayBuffer> => {
    const larger = new Uint32Array(2 * column.length);
    larger.set(column);
    return larger;
  };
  return {
    add: (source: number, target: number, number: number): void => {
      if (length === limit) {
        omitted += 1;
        return;
      }
      if (length === from.length) [from, to, transition] = [grow(from), grow(to), grow(transition)];
      from[length] = source;
      to[length] = target;
      transition[length] = number;
      length += 1;
    },
    finish: () => ({
      length,
      from: from.slice(0, length),
      to: to.slice(0, length),
      transition: transition.slice(0, length),
      omitted,
    }),
  };
};
