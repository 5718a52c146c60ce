import type { FlowGraph } from './createFlowGraph.ts';

/** A node that was reached: in how many steps, and the last step. */
export interface Visit {
  readonly node: number;
  readonly steps: number;
  /** The node before. */
  readonly via: number;
  /** The row of the flow table; -1: open by default. */
  readonly row: number;
}

export interface Search {
  readonly graph: FlowGraph;
  readonly nodeCount: number;
  /** Nodes from this number on are addresses outside: nothing is reached through them, unless they are the start. */
  readonly firstExternal: number;
  /** Rows that count. */
  readonly counts: (row: number) => boolean;
}

/**
 * Breadth first from nodes that are given by their distance (the start alone in `levels[0]`): all further nodes, by
 * distance and number. Of several nodes before, the one with the lowest number at the least distance is taken.
 */
export const searchLevels = (
  { graph, nodeCount, firstExternal, counts }: Search,
  levels: readonly (readonly number[])[],
): readonly Visit[] => {
  const seen = new Uint8Array(nodeCount);
  for (const level of levels) for (const node of level) seen[node] = 1;
  let openEndsLeft = graph.openEnds.filter((node) => seen[node] === 0);
  const found: Visit[] = [];

  const expand = (node: number, steps: number): void => {
    const meet = (next: number, row: number): void => {
      if (seen[next] === 1 || (node >= firstExternal && next >= firstExternal)) return;
      seen[next] = 1;
      found.push({ node: next, steps, via: node, row });
    };
    graph.forEachRow(node, (next, row) => {
      if (counts(row)) meet(next, row);
    });
    if (!graph.isOpen(node) || openEndsLeft.length === 0) return;
    for (const next of openEndsLeft) meet(next, -1);
    // From outside, what is outside is not met, and is left for others.
    openEndsLeft = openEndsLeft.filter((next) => seen[next] === 0);
  };

  let before: readonly Visit[] = [];
  for (let steps = 0; steps < levels.length || before.length > 0; steps += 1) {
    const level = [...(levels[steps] ?? []), ...before.map(({ node }) => node)].sort((a, b) => a - b);
    const first = found.length;
    for (const node of level) if (node < firstExternal || steps === 0) expand(node, steps + 1);
    before = found.slice(first);
  }
  return found.sort((a, b) => a.steps - b.steps || a.node - b.node);
};
