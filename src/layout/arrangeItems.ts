import type { Point, Size } from './Layout.ts';
import { toArrangement, type Arrangement } from './Arrangement.ts';
import { canLayer, layerItems } from './layerItems.ts';
import { packColumns } from './packColumns.ts';
import { packGrid, packShelves } from './packShelves.ts';
import type { ItemEdge } from './rankItems.ts';
import type { Spacing } from './spacing.ts';

/** dagre's drawing has the straighter edges: it may be this much further from the ideal shape and still be taken. */
const layeredBonus = 0.55;

/**
 * Places items beside each other without overlaps: connected ones left to right, the others in rows under (or beside) them.
 * `layered`: whether dagre may be asked; the caller keeps count of the time it costs.
 */
export function arrangeItems(
  sizes: readonly Size[],
  edges: readonly ItemEdge[],
  { spacing, layered }: { readonly spacing: Spacing; readonly layered: boolean },
): Arrangement {
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const connected = sizes.map((_, item) => item).filter((item) => touched.has(item));
  const loose = sizes.map((_, item) => item).filter((item) => !touched.has(item));
  if (connected.length === 0) return loose.length === 0 ? toArrangement([], []) : packGrid(sizes, spacing);
  const number = new Map(connected.map((item, at) => [item, at]));
  const main = arrangeConnected(
    pick(sizes, connected),
    edges.map(({ from, to }) => ({ from: number.get(from) ?? 0, to: number.get(to) ?? 0 })),
    { spacing, layered },
  );
  if (loose.length === 0) return main;
  return withLoose(main, connected, loose, sizes, spacing);
}

function arrangeConnected(
  sizes: readonly Size[],
  edges: readonly ItemEdge[],
  { spacing, layered }: { readonly spacing: Spacing; readonly layered: boolean },
): Arrangement {
  const packed = packColumns(sizes, edges, spacing);
  if (!layered || !canLayer(sizes.length, edges.length)) return packed;
  const drawn = layerItems(sizes, edges, spacing);
  if (drawn.size.width <= spacing.fits && drawn.size.height <= spacing.fits / spacing.aspect) return drawn;
  return cost(drawn, sizes, spacing) - layeredBonus <= cost(packed, sizes, spacing) ? drawn : packed;
}

/** How far from the wished aspect, and how much paper is wasted. */
function cost({ size }: Arrangement, sizes: readonly Size[], spacing: Spacing): number {
  const used = sizes.reduce((sum, { width, height }) => sum + (width + spacing.x) * (height + spacing.y), 0);
  const shape = Math.abs(Math.log(size.width / size.height / spacing.aspect));
  return shape + 0.6 * Math.log(((size.width + spacing.x) * (size.height + spacing.y)) / used);
}

/** Under the connected ones or to their right, whichever gives the better shape. */
function withLoose(
  main: Arrangement,
  connected: readonly number[],
  loose: readonly number[],
  sizes: readonly Size[],
  spacing: Spacing,
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
  const under = join(packShelves(looseSizes, main.size.width, spacing), { x: 0, y: main.size.height + spacing.y });
  const rows = Math.max(1, Math.ceil(Math.sqrt(loose.length / 2)));
  const widest = Math.max(...looseSizes.map(({ width }) => width));
  const beside = join(
    packShelves(looseSizes, Math.ceil(loose.length / rows / 2) * (widest + spacing.looseX), spacing),
    {
      x: main.size.width + spacing.x,
      y: 0,
    },
  );
  return cost(under, sizes, spacing) <= cost(beside, sizes, spacing) + 0.15 ? under : beside;
}

const pick = (sizes: readonly Size[], items: readonly number[]): Size[] =>
  items.map((item) => sizes[item] ?? { width: 0, height: 0 });
