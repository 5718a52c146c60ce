import { createPairMemo } from '../net/createPairMemo.ts';
import type { PortSetId } from '../net/PortSetTable.ts';
import { createColumn, createRows, maxRows } from './FlowColumns.ts';
import type { FlowRows, NumberColumn, Rows } from './FlowColumns.ts';

/** Collects rows by ascending `from`; `finish` gives columns of exactly their number. */
export interface FlowCollector {
  add(from: number, to: number, ports: PortSetId, partial: PortSetId, uncertain: PortSetId, byRule: number): void;
  finish(): FlowRows;
}

/** Rows of one chunk. */
const chunkSize = 1 << 16;

/** Rows on their way: where to, and the number of what they say. */
interface Chunk {
  readonly to: NumberColumn;
  readonly answer: Uint32Array;
}

/**
 * Memory beside the heap is what the garbage collector runs for, so rows wait in six bytes each until their number is
 * known: what they say is one of few answers, and the rows of a source come together.
 */
export const createFlowCollector = (endCount: number, limit = maxRows): FlowCollector => {
  const answers = createAnswers();
  const createChunk = (capacity: number): Chunk => ({
    to: createColumn(capacity, endCount),
    answer: new Uint32Array(capacity),
  });
  const full: Chunk[] = [];
  // Few rows are the rule: the first chunk begins small, and becomes as large as the others before there is a second.
  let chunk = createChunk(chunkSize / 64);
  let length = 0;
  /** Rows of this chunk. */
  let used = 0;
  let omitted = 0;
  /** Each source that has rows, and its first. */
  const sources: number[] = [];
  const firsts: number[] = [];
  let last = -1;
  const grow = (): void => {
    const capacity = chunk.to.length;
    if (capacity === chunkSize) {
      full.push(chunk);
      chunk = createChunk(chunkSize);
      used = 0;
      return;
    }
    const before = chunk;
    chunk = createChunk(4 * capacity);
    chunk.to.set(before.to);
    chunk.answer.set(before.answer);
  };
  return {
    add: (from, to, ports, partial, uncertain, byRule) => {
      if (length === limit) {
        omitted += 1;
        return;
      }
      if (used === chunk.to.length) grow();
      if (from !== last) {
        last = from;
        sources.push(from);
        firsts.push(length);
      }
      chunk.to[used] = to;
      chunk.answer[used] = answers.toNumber(ports, partial, uncertain, byRule);
      used += 1;
      length += 1;
    },
    finish: () => {
      const rows = createRows(length, { ends: endCount, sets: answers.setBound() });
      sources.forEach((from, at) => rows.from.fill(from, firsts[at], firsts[at + 1] ?? length));
      [...full, chunk].forEach(({ to, answer }, index) => {
        const start = index * chunkSize;
        const count = Math.min(length - start, chunkSize);
        rows.to.set(to.subarray(0, count), start);
        for (let at = 0; at < count; at += 1) answers.write(answer[at]!, rows, start + at);
      });
      return { length, ...rows, omitted };
    },
  };
};

/** What rows say, by number: rows come by the million, and say a few hundred things. */
const createAnswers = () => {
  const ports: PortSetId[] = [];
  const partial: PortSetId[] = [];
  const uncertain: PortSetId[] = [];
  const byRule: number[] = [];
  const add = (all: PortSetId, some: PortSetId, perhaps: PortSetId, rule: number): number => {
    partial.push(some);
    uncertain.push(perhaps);
    byRule.push(rule);
    return ports.push(all) - 1;
  };
  const plain = createPairMemo((all, perhaps) => add(all >> 1, 0, perhaps, all & 1));
  /** What only some pairs have is rare. */
  const mixed = new Map<string, number>();
  return {
    toNumber: (all: PortSetId, some: PortSetId, perhaps: PortSetId, rule: number): number => {
      if (some === 0) return plain(2 * all + rule, perhaps);
      const key = `${all} ${some} ${perhaps} ${rule}`;
      const number = mixed.get(key) ?? add(all, some, perhaps, rule);
      mixed.set(key, number);
      return number;
    },
    /** All sets of ports have numbers below this. */
    setBound: () => [ports, partial, uncertain].flat().reduce((bound, set) => Math.max(bound, set + 1), 0),
    write: (answer: number, rows: Rows, at: number): void => {
      rows.ports[at] = ports[answer]!;
      rows.partial[at] = partial[answer]!;
      rows.uncertain[at] = uncertain[answer]!;
      rows.byRule[at] = byRule[answer]!;
    },
  };
};
