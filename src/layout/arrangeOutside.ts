import { toArrangement, type Arrangement } from './Arrangement.ts';
import { arrangeGrid, type Effort } from './grid/arrangeGrid.ts';
import { shapeCost } from './grid/listShapes.ts';
import { noPull } from './grid/GridTask.ts';
import type { Point, Size } from './Layout.ts';
import { packGrid, packShelves } from './packShelves.ts';
import type { ItemEdge } from './rankItems.ts';
import type { Spacing } from './spacing.ts';
import { arrangeStacks } from './stack/arrangeStacks.ts';

/**
 * Frames and what stands beside them, without overlaps: those that flows connect in columns from left to right. A few
 * others end the columns; many stand in rows under them or to their right.
 */
export function arrangeOutside(
  sizes: readonly Size[],
  edges: readonly ItemEdge[],
  { spacing, effort }: { readonly spacing: Spacing; readonly effort: Effort },
): Arrangement {
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  if (touched.size === 0) return sizes.length === 0 ? toArrangement([], []) : packGrid(sizes, spacing);
  const fewLoose = sizes.length - touched.size <= touched.size / 3;
  const isConnected = (item: number): boolean => fewLoose || touched.has(item);
  const connected = sizes.map((_, item) => item).filter(isConnected);
  const loose = sizes.map((_, item) => item).filter((item) => !isConnected(item));
  const number = new Map(connected.map((item, at) => [item, at]));
  const task = {
    sizes: pick(sizes, connected),
    edges: edges.map(({ from, to, weight }) => ({ from: number.get(from) ?? 0, to: number.get(to) ?? 0, weight })),
    spacing,
  };
  const main = areAlike(task.sizes)
    ? arrangeGrid({ ...task, pulls: connected.map(() => noPull) }, effort)
    : arrangeStacks(task, effort);
  return loose.length === 0 ? main : addLoose(main, { sizes, connected, loose, spacing });
}

const areAlike = (sizes: readonly Size[]): boolean =>
  sizes.every(({ width, height }) => width === sizes[0]?.width && height === sizes[0]?.height);

/** Of several widths under the others and of several heights beside them, what gives the best shape. */
function addLoose(
  main: Arrangement,
  {
    sizes,
    connected,
    loose,
    spacing,
  }: {
    readonly sizes: readonly Size[];
    readonly connected: readonly number[];
    readonly loose: readonly number[];
    readonly spacing: Spacing;
  },
): Arrangement {
  const looseSizes = pick(sizes, loose);
  const join = (rest: Arrangement, offset: Point): Arrangement => {
    const places: Point[] = sizes.map(() => ({ x: 0, y: 0 }));
    connected.forEach((item, at) => (places[item] = main.places[at] ?? { x: 0, y: 0 }));
    loose.forEach((item, at) => {
      const { x, y } = rest.places[at] ?? { x: 0, y: 0 };
      places[item] = { x: x + offset.x, y: y + offset.y };
    });
    return toArrangement(places, sizes);
  };
  const widest = looseSizes.reduce((sum, { width }) => Math.max(sum, width), 0) + spacing.looseX;
  const options = [join(packShelves(looseSizes, main.size.width, spacing), { x: 0, y: main.size.height + spacing.y })];
  for (let count = 1; count <= Math.min(loose.length, 40); count += 1) {
    options.push(join(packShelves(looseSizes, count * widest, spacing), { x: main.size.width + spacing.x, y: 0 }));
  }
  const costOf = ({ size }: Arrangement): number => shapeCost({ sizes, spacing }, size);
  return options.reduce((best, option) => (costOf(option) < costOf(best) - 0.05 ? option : best));
}

const pick = (sizes: readonly Size[], items: readonly number[]): Size[] =>
  items.map((item) => sizes[item] ?? { width: 0, height: 0 });
