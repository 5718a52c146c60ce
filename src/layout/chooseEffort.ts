import type { Effort } from './grid/arrangeGrid.ts';
import type { LayoutModel } from './LayoutModel.ts';

export interface LayoutEffort {
  readonly inside: Effort;
  readonly outside: Effort;
  /** Sweeps inside the frames once all frames stand. */
  readonly towards: number;
}

/** How hard a layout may search: the larger the graph, the less, so that nobody waits (docs/decisions/0004-layout.md). */
export function chooseEffort({ nodes, edges }: LayoutModel): LayoutEffort {
  const size = nodes.size + edges.length;
  if (size <= 400) return { inside: { shapes: 8, sweeps: 12 }, outside: { shapes: 8, sweeps: 16 }, towards: 4 };
  if (size <= 4000) return { inside: { shapes: 4, sweeps: 6 }, outside: { shapes: 6, sweeps: 12 }, towards: 2 };
  return { inside: { shapes: 2, sweeps: 3 }, outside: { shapes: 2, sweeps: 4 }, towards: 1 };
}
