import { touches, type Box } from '../graph/Box.ts';
import { edgeLabel } from '../graph/edgeLabel.ts';
import { createTakenPlaces, placeLabel, type PlacedLabel, type TakenPlaces } from '../graph/placeLabel.ts';
import type { Scene } from '../scene/createScene.ts';
import type { PaintedEdge } from './paintEdges.ts';

/** A label's face is 11 px high and so wide for each letter. */
const [letter, faceHeight] = [6.62, 18];

/** Labels of one scene at one size. They stay where they are while the map moves. */
export interface LabelPlacer {
  /** Null: there is no free place. */
  readonly place: (line: Pick<PaintedEdge, 'at' | 'edge' | 'route'>) => PlacedLabel | null;
  /**
   * Somewhere in view, for a line that is pointed at: free of cards if possible, and always of the labels that are there. Null:
   * there is no such place.
   */
  readonly force: (painted: Pick<PaintedEdge, 'edge' | 'route'>, view: Box, labels: TakenPlaces) => PlacedLabel | null;
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
    force: ({ edge, route }, view, labels) => {
      const size = { width: (edgeLabel(edge).length * letter + 12) * scale, height: faceHeight * scale };
      const isImpossible = (box: Box): boolean => !touches(box, view) || !labels.isFree(box);
      const isOnCard = (box: Box): boolean => solid(box).some((other) => touches(other, box));
      return (
        placeLabel(route.curve, size, (box) => isImpossible(box) || isOnCard(box)) ??
        placeLabel(route.curve, size, isImpossible)
      );
    },
  };
}
