import { touches, type Box, type Point } from '../graph/Box.ts';
import { edgeLabel, shortEdgeLabel } from '../graph/edgeLabel.ts';
import {
  closeWishes,
  createTakenPlaces,
  labelWishes,
  placeLabel,
  type PlacedLabel,
  type TakenPlaces,
} from '../graph/placeLabel.ts';
import { pointOn, type Curve } from '../graph/Route.ts';
import type { Scene } from '../scene/createScene.ts';
import type { PaintedEdge } from './paintEdges.ts';

/** A label's face is 11 px high and so wide for each letter. */
const [letter, faceHeight] = [6.62, 18];

/** A sign's circle, with its line: 7 px, where a step's zoom is least. */
const markHalf = 9.5;

/** Where a line's sign stands: near the end, rather than on another sign. */
const markWishes = [0.86, 0.8, 0.92, 0.74, 0.68, 0.62, 0.56] as const;

export interface WrittenLabel extends PlacedLabel {
  /** All that the line says, or the same in short. */
  readonly words: string;
}

/** Labels and signs of one scene's near or far lines, at one size. They stay where they are while the map moves. */
export interface LabelPlacer {
  /** Null: there is no free place. */
  readonly place: (line: Pick<PaintedEdge, 'at' | 'edge' | 'route'>) => WrittenLabel | null;
  /** Where the sign of a line stands; there is always one. */
  readonly placeMark: (line: Pick<PaintedEdge, 'at' | 'route'>) => Point;
  /**
   * Somewhere in view, for a line that is pointed at: free of cards and other words if possible, else in short, and always free of
   * the labels that are there. Null: there is no such place.
   */
  readonly force: (painted: Pick<PaintedEdge, 'edge' | 'route'>, room: LabelRoom) => WrittenLabel | null;
}

export interface LabelRoom {
  readonly view: Box;
  readonly labels: TakenPlaces;
  /** Of words that may be covered where there is no other place. */
  readonly isFree: (box: Box) => boolean;
}

/** `scale`: how much larger than its face a label is on the map. */
export function createLabelPlacer({ solid, headers, reaches }: Scene, scale: number): LabelPlacer {
  const placed = new Map<number, WrittenLabel | null>();
  const marks = new Map<number, Point>();
  const taken = createTakenPlaces(80 * scale);
  const isCovered = (box: Box): boolean =>
    !taken.isFree(box) || [solid, headers, reaches].some((find) => find(box).some((other) => touches(other, box)));
  const findPlace = (
    { words, curve }: { readonly words: readonly (string | null)[]; readonly curve: Curve },
    isUnfit: (box: Box) => boolean,
    wishes: readonly number[],
  ): WrittenLabel | null => {
    for (const word of words) {
      if (word === null || word === '') continue;
      const size = { width: (word.length * letter + 12) * scale, height: faceHeight * scale };
      const found = placeLabel(curve, size, isUnfit, wishes);
      if (found !== null) return { ...found, words: word };
    }
    return null;
  };
  return {
    place: ({ at, edge, route: { curve } }) => {
      const known = placed.get(at);
      if (known !== undefined) return known;
      const found = findPlace({ words: [edgeLabel(edge), shortEdgeLabel(edge)], curve }, isCovered, labelWishes);
      if (found !== null) taken.take(found.box);
      placed.set(at, found);
      return found;
    },
    placeMark: ({ at, route }) => {
      const known = marks.get(at);
      if (known !== undefined) return known;
      const half = markHalf * scale;
      const boxAt = ({ x, y }: Point): Box => ({ x: x - half, y: y - half, width: 2 * half, height: 2 * half });
      const wishes = markWishes.map((t) => pointOn(route.curve, t));
      const found = wishes.find((point) => !isCovered(boxAt(point))) ?? wishes[0]!;
      taken.take(boxAt(found));
      marks.set(at, found);
      return found;
    },
    force: ({ edge, route: { curve } }, { view, labels, isFree }) => {
      const isImpossible = (box: Box): boolean => !touches(box, view) || !labels.isFree(box);
      const isCovering = (box: Box): boolean => !isFree(box) || solid(box).some((other) => touches(other, box));
      const [full, short] = [edgeLabel(edge), shortEdgeLabel(edge)];
      return (
        findPlace({ words: [full, short], curve }, (box) => isImpossible(box) || isCovering(box), closeWishes) ??
        findPlace({ words: [short ?? full], curve }, isImpossible, closeWishes)
      );
    },
  };
}
