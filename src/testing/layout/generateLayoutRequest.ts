import type { LayoutNode, LayoutRequest, Size } from '../../layout/Layout.ts';

export interface LayoutSketch {
  readonly namespaces: number;
  /** Workloads in each namespace. */
  readonly workloads: number;
  readonly edges: number;
  /**
   * `tiers`: six of ten edges stay in their namespace and lead from entry to data, the others lead on to a later namespace.
   * `random`: one of four stays in its namespace, and nothing leads anywhere in particular.
   */
  readonly pattern?: 'tiers' | 'random';
  /** Namespaces without a workload, beside the others. */
  readonly empty?: number;
  /** External ranges, a third of them sources. */
  readonly externals?: number;
  /** The size of a card by its number; else all have the usual one. */
  readonly sizeOf?: (at: number) => Size;
  readonly seed?: number;
}

/** A request as the canvas makes them, the same for the same sketch. */
export function generateLayoutRequest(sketch: LayoutSketch): LayoutRequest {
  const { namespaces, workloads, edges, pattern = 'tiers', empty = 0, externals = 0 } = sketch;
  const { sizeOf = () => ({ width: 216, height: 64 }), seed = 7 } = sketch;
  const next = createNumbers(seed);
  const nodes: LayoutNode[] = [];
  for (let at = 0; at < namespaces * workloads; at += 1) {
    nodes.push({ id: `w${at}`, group: `g${Math.floor(at / workloads)}`, rim: null, ...sizeOf(at) });
  }
  const inside = nodes.length;
  const pairs: { from: string; to: string }[] = [];
  const join = (from: number, to: number): void => {
    pairs.push({ from: `w${from}`, to: `w${to}` });
  };
  // A fixed shuffle, so that neither the order of the request nor that of the names gives the flows away.
  const placeOf = shuffle(namespaces, next);
  for (let at = 0; at < edges && inside > 1; at += 1) {
    const from = next(inside);
    const group = Math.floor(from / workloads);
    if (pattern === 'random') {
      join(from, at % 4 === 0 ? group * workloads + next(workloads) : next(inside));
    } else if (at % 10 < 6 || namespaces === 1) {
      const other = group * workloads + next(workloads);
      join(Math.min(from, other), Math.max(from, other));
    } else {
      // Few namespaces are used by many: the target is drawn twice and the later one taken.
      const others = [next(namespaces), next(namespaces)].map((other) => placeOf[other] ?? 0);
      const [first = 0, second = 0] = [placeOf[group] ?? 0, Math.max(...others)];
      const target = placeOf.indexOf(Math.max(first, second)) * workloads + next(workloads);
      if (first < second) join(from, target);
      else join(placeOf.indexOf(second) * workloads + next(workloads), target);
    }
  }
  for (let at = 0; at < externals; at += 1) {
    const rim = at % 3 === 0 ? 'left' : 'right';
    nodes.push({ id: `x${at}`, group: null, rim, width: 196, height: 44 });
    if (inside === 0) continue;
    const partner = `w${next(inside)}`;
    pairs.push(rim === 'left' ? { from: `x${at}`, to: partner } : { from: partner, to: `x${at}` });
  }
  const groups = Array.from({ length: namespaces + empty }, (_, at) => ({ id: `g${at}` }));
  return { nodes, groups, edges: pairs, fixed: {} };
}

/** Whole numbers below a bound (Park and Miller's generator). */
function createNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 16807) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

function shuffle(count: number, next: (below: number) => number): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
