import type { Box, LayoutResult, Point } from '../../layout/Layout.ts';

/** Places by id as columns: thousands of small objects take the screen tens of milliseconds to take over. */
interface PackedPlaces {
  readonly ids: readonly string[];
  /** Two or four numbers for each: x, y (and width, height). */
  readonly numbers: Float64Array;
}

/** A layout as it crosses from the worker. */
export interface PackedLayout {
  readonly nodes: PackedPlaces;
  readonly groups: PackedPlaces;
}

export function packLayout({ nodes, groups }: LayoutResult): PackedLayout {
  return {
    nodes: pack(nodes, ({ x, y }) => [x, y]),
    groups: pack(groups, ({ x, y, width, height }) => [x, y, width, height]),
  };
}

const pack = <Place>(places: Readonly<Record<string, Place>>, list: (place: Place) => number[]): PackedPlaces => ({
  ids: Object.keys(places),
  numbers: Float64Array.from(Object.values(places).flatMap(list)),
});

export function unpackLayout({ nodes, groups }: PackedLayout): LayoutResult {
  const points: Record<string, Point> = {};
  nodes.ids.forEach((id, at) => {
    points[id] = { x: nodes.numbers[2 * at]!, y: nodes.numbers[2 * at + 1]! };
  });
  const boxes: Record<string, Box> = {};
  groups.ids.forEach((id, at) => {
    const [x = 0, y = 0, width = 0, height = 0] = groups.numbers.subarray(4 * at, 4 * at + 4);
    boxes[id] = { x, y, width, height };
  });
  return { nodes: points, groups: boxes };
}
