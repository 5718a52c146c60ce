import { touches, type Box, type Point } from '../graph/Box.ts';
import { edgeLabel } from '../graph/edgeLabel.ts';
import { createTakenPlaces, placeLabel, type PlacedLabel } from '../graph/placeLabel.ts';
import { pointOn } from '../graph/Route.ts';
import type { Scene } from '../scene/createScene.ts';
import type { PaintedEdge } from './paintEdges.ts';

/** A label's face is 11 px high and so wide for each letter. */
const [letter, faceHeight] = [6.62, 18];

/** Labels of one scene at one size. They stay where they are while the map moves. */
export interface LabelPlacer {
  /** Null: there is no free place. */
  readonly place: (line: Pick<PaintedEdge, 'at' | 'edge' | 'route'>) => PlacedLabel | null;
  /** Somewhere in view at least, for a line that is pointed at: free of cards if possible. */
  readonly force: (painted: PaintedEdge, view: Box) => Point;
}

/** `scale`: how much larger than its face a label is on the map. */
export function createLabelPlacer({ solid, headers }: Scene, scale: number): LabelPlacer {
  const placed = new Map<number, PlacedLabel | null>();
  const taken = createTakenPlaces(80 * scale);
  const isCovered = (box: Box): boolean =>
    !taken.isFree(box) ||
    solid(box).some((other) => touches(other, box)) ||
    headers(box).some((other) => touches(other, box));
  return {
    place: ({ at, edge, route }) => {
      const known = placed.get(at);
      if (known !== undefined) return known;
      const text = edgeLabel(edge);
      const size = { width: (text.length * letter + 12) * scale, height: faceHeight * scale };
      const found = text === '' ? null : placeLabel(route.curve, size, isCovered);
      if (found !== null) taken.take(found.box);
      placed.set(at, found);
      return found;
    },
    force: ({ edge, route }, view) => {
      const size = { width: (edgeLabel(edge).length * letter + 12) * scale, height: faceHeight * scale };
      const isOutside = (box: Box): boolean => !touches(box, view);
      const isOnCard = (box: Box): boolean => solid(box).some((other) => touches(other, box));
      const free = placeLabel(route.curve, size, (box) => isOutside(box) || isOnCard(box));
      return (free ?? placeLabel(route.curve, size, isOutside))?.at ?? pointOn(route.curve, 0.5);
    },
  };
}
