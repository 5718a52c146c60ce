import type { Size } from '../Layout.ts';
import type { ItemEdge } from '../rankItems.ts';
import type { Spacing } from '../spacing.ts';

/** Where an item's lines to things outside lead: the search draws it there. */
export interface Pull {
  /** How many lines lead out to the left and to the right. */
  readonly left: number;
  readonly right: number;
  /** The mean height that they lead to, from the top of the grid; null while it is not known. */
  readonly y: number | null;
}

/** Items that want cells: lines lead from left to right. */
export interface GridTask {
  readonly sizes: readonly Size[];
  readonly edges: readonly ItemEdge[];
  /** By item. */
  readonly pulls: readonly Pull[];
  readonly spacing: Spacing;
}

export interface GridShape {
  readonly columns: number;
  readonly rows: number;
}

/** Cells count column by column, from the top: cell = column × rows + row. One per item. */
export type Cells = readonly number[];

export const noPull: Pull = { left: 0, right: 0, y: null };
