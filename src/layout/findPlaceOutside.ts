import { findFreePlace, placeBeyond } from './findFreePlace.ts';
import type { Point, Size } from './Layout.ts';
import { listObstacles, type Picture } from './Picture.ts';
import { outsideSpacing } from './spacing.ts';

/** The nearest place that is clear of all frames and of what stands beside them. There always is one. */
export function findPlaceOutside(picture: Picture, size: Size, wish: Point): Point {
  const obstacles = listObstacles(picture, { except: null });
  const gap = outsideSpacing.y;
  return findFreePlace(size, { obstacles, wish, gap: { x: gap, y: gap } }) ?? placeBeyond(obstacles, wish, gap);
}
