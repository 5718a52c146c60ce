import { touches, type Box } from '../graph/Box.ts';
import { edgeLabel } from '../graph/edgeLabel.ts';
import { createTakenPlaces } from '../graph/placeLabel.ts';
import { focusTagBox } from '../graph/sizes.ts';
import type { LabelPlacer, WrittenLabel } from './createLabelPlacer.ts';
import type { Frame } from './Frame.ts';
import type { PaintedEdge } from './paintEdges.ts';
import type { TextFitter } from './fitText.ts';
import type { PaintedTitle } from './paintTitles.ts';

/** With more lines in view than this, a line has its label only while it is pointed at. */
const most = 110;

/** Below this zoom labels would be larger than what they stand beside. */
const nearest = 0.42;

/** So many labels of pointed-at lines may stand on cards. */
const mostForced = 40;

const faceSize = 11;

/** Larger on the map the farther it is seen from, in steps, so that they can be read and stay where they are. */
export function labelScale(zoom: number): number {
  if (zoom >= 0.85) return 1;
  if (zoom >= 0.62) return 1.3;
  if (zoom >= 0.42) return 1.75;
  return 2 ** (Math.round(Math.log2(1 / zoom) * 4) / 4);
}

export interface Labels {
  /** Ids of the lines that have one. */
  readonly labelled: ReadonlySet<string>;
  /** Some were painted above the elements. */
  readonly isAbove: boolean;
}

/**
 * Ports and counts on lines, where they cover nothing. Those of lines that are pointed at and have no such place stand
 * `above` the cards, which would cut them. `titles`: names of namespaces that are written across them.
 */
export function paintLabels(
  { below, above }: { readonly below: CanvasRenderingContext2D; readonly above: CanvasRenderingContext2D },
  frame: Frame,
  {
    painted,
    placer,
    text,
    titles,
  }: {
    readonly painted: readonly PaintedEdge[];
    readonly placer: LabelPlacer;
    readonly text: TextFitter;
    readonly titles: readonly PaintedTitle[];
  },
): Labels {
  const { zoom } = frame.viewport;
  const scale = labelScale(zoom);
  const isQuiet = zoom < nearest || painted.filter(({ route }) => touches(route.bounds, frame.window)).length > most;
  const labelled = new Set<string>();
  for (const context of [below, above]) {
    text.setFont(context, `500 ${faceSize * scale}px ${frame.palette.codeFont}`);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
  }
  const write = (context: CanvasRenderingContext2D, one: PaintedEdge, { at, words }: WrittenLabel): void => {
    const isPointedAt = isLit(one);
    const width = text.widthOf(context, words) + 10 * scale;
    const height = 17 * scale;
    context.globalAlpha = 0.92;
    context.beginPath();
    context.roundRect(at.x - width / 2, at.y - height / 2, width, height, 4 * scale);
    context.fillStyle = isPointedAt ? frame.palette.raised : frame.palette.panel;
    context.fill();
    if (isPointedAt) {
      context.strokeStyle = one.style.colour;
      context.lineWidth = scale;
      context.stroke();
    }
    context.globalAlpha = 1;
    context.fillStyle = one.style.colour;
    context.fillText(words, at.x, at.y + 0.5 * scale);
    labelled.add(one.edge.id);
  };
  const tags = focusTags(frame);
  const words = [...tags, ...titles.map(({ box }) => box)];
  const written = createTakenPlaces(80 * scale);
  for (const tag of tags) written.take(tag);
  for (const { box, isDim } of titles) if (!isDim) written.take(box);
  const isFree = (box: Box): boolean => !words.some((other) => touches(other, box));
  const homeless: PaintedEdge[] = [];
  for (const one of painted) {
    const isPointedAt = isLit(one);
    if (edgeLabel(one.edge) === '' || one.style.mood === 'dim' || (isQuiet && !isPointedAt)) continue;
    const place = placer.place(one);
    const isGood = (box: Box): boolean => touches(box, frame.window) && isFree(box);
    if (place !== null && (!isPointedAt || isGood(place.box))) {
      write(below, one, place);
      written.take(place.box);
    } else if (isPointedAt && homeless.length < mostForced) homeless.push(one);
  }
  let isAbove = false;
  for (const one of homeless) {
    const place = placer.force(one, { view: frame.window, labels: written, isFree });
    if (place === null) continue;
    write(above, one, place);
    isAbove = true;
    written.take(place.box);
  }
  return { labelled, isAbove };
}

/** Pointed at, selected, or hanging on what is. */
const isLit = ({ style }: PaintedEdge): boolean => style.level >= 2;

/** The words "in" and "out" at the neighbours of what is focused. */
const focusTags = ({ emphasis: { focus, targets, sources }, scene }: Frame): readonly Box[] =>
  focus === null
    ? []
    : [...new Set([...targets, ...sources])].flatMap((id) => {
        const box = scene.boxes.get(id);
        return box === undefined ? [] : [focusTagBox(box)];
      });
