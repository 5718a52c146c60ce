import type { Point, Size } from './Layout.ts';
import { toArrangement, type Arrangement } from './Arrangement.ts';
import type { Spacing } from './spacing.ts';

/** Items in rows of at most `width`, tall ones first. */
export function packShelves(sizes: readonly Size[], width: number, spacing: Spacing): Arrangement {
  const order = sizes.map((_, item) => item).sort((a, b) => (sizes[b]?.height ?? 0) - (sizes[a]?.height ?? 0) || a - b);
  const places: Point[] = sizes.map(() => ({ x: 0, y: 0 }));
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  for (const item of order) {
    const size = sizes[item] ?? { width: 0, height: 0 };
    if (x > 0 && x + size.width > width) {
      x = 0;
      y += rowHeight + spacing.y;
      rowHeight = 0;
    }
    places[item] = { x, y };
    x += size.width + spacing.looseX;
    rowHeight = Math.max(rowHeight, size.height);
  }
  return toArrangement(places, sizes);
}

/** The row width whose picture comes nearest to the wished aspect. */
export function packGrid(sizes: readonly Size[], spacing: Spacing): Arrangement {
  const widest = Math.max(...sizes.map(({ width }) => width));
  let best: Arrangement | null = null;
  for (let count = 1; count <= Math.min(sizes.length, 60); count += 1) {
    const arrangement = packShelves(sizes, count * (widest + spacing.looseX), spacing);
    if (best === null || distance(arrangement, spacing) < distance(best, spacing)) best = arrangement;
  }
  return best ?? toArrangement([], []);
}

const distance = ({ size }: Arrangement, spacing: Spacing): number =>
  Math.abs(Math.log((size.width + spacing.beside) / size.height / spacing.aspect));
