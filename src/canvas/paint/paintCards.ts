import { supposedKind } from '../../engine/index.ts';
import type { ShieldState } from '../../engine/index.ts';
import type { CardItem, CollapsedItem, ExternalItem } from '../graph/VisibleGraph.ts';
import type { SceneItem } from '../scene/createScene.ts';
import type { TextFitter } from './fitText.ts';
import type { Frame } from './Frame.ts';
import type { Palette } from './Palette.ts';

/** Below this many pixels a card is a speck with two banks. */
const [readable, detailed] = [52, 132];

/** And below this only a speck. */
const tiny = 22;

/**
 * Cards, folded namespaces and external ranges that are not elements of the page: while the map moves, and when there are too many.
 * They look like those, so that the one gives way to the other unseen.
 */
export function paintCards(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { items, text }: { readonly items: readonly SceneItem[]; readonly text: TextFitter },
): void {
  const { zoom } = frame.viewport;
  const cards = items.filter(({ item }) => item.type !== 'frame' && !frame.mounted.has(item.id));
  const isBright = ({ item: { id } }: SceneItem): boolean =>
    frame.emphasis.items === null || frame.emphasis.items.has(id);
  paintBodies(
    context,
    frame,
    cards.filter((card) => !isBright(card)),
    0.3,
  );
  paintBodies(context, frame, cards.filter(isBright), 1);
  const pen: Pen = { text, setFont: createFontSetter(context, text) };
  const detailedCards: { readonly item: CardItem; readonly box: SceneItem['box'] }[] = [];
  for (const card of cards) {
    const { item, box } = card;
    const width = box.width * zoom;
    context.globalAlpha = isBright(card) ? 1 : 0.3;
    if (width >= readable) {
      if (item.type === 'card') {
        writeCard(context, frame, { item, box, pen, isDetailed: width >= detailed });
        if (width >= detailed) detailedCards.push({ item, box });
      } else if (item.type === 'collapsed' || item.type === 'external') writeName(context, frame, { item, box, pen });
    }
    if (frame.emphasis.selectedItem === item.id || frame.emphasis.ringed.has(item.id)) {
      context.strokeStyle = frame.emphasis.selectedItem === item.id ? frame.palette.accent : frame.palette.rule;
      context.lineWidth = 2.2 / zoom;
      const gap = 2 / zoom;
      context.beginPath();
      context.roundRect(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap, 6 + gap);
      context.stroke();
    }
  }
  // All in one face after the other: to change it takes longer than to write a word.
  for (const { item, box } of detailedCards) {
    context.globalAlpha = isBright({ item, box }) ? 1 : 0.3;
    pen.setFont(`400 11px ${frame.palette.textFont}`);
    context.fillStyle = frame.palette.inkMuted;
    context.fillText(text.fit(context, item.kind, 84), box.x + 12, box.y + 43);
  }
  context.globalAlpha = 1;
}

/** Sets a face only where it is another than the one before. */
function createFontSetter(context: CanvasRenderingContext2D, text: TextFitter): (font: string) => void {
  let last = '';
  return (font) => {
    if (font !== last) text.setFont(context, font);
    last = font;
  };
}

/** What a selector stands for, where the import has no workloads: dashed, as its element is. */
const isSupposed = ({ item }: SceneItem): boolean => item.type === 'card' && item.kind === supposedKind;

function paintBodies(
  context: CanvasRenderingContext2D,
  { viewport: { zoom }, palette, overview }: Frame,
  cards: readonly SceneItem[],
  brightness: number,
): void {
  if (cards.length === 0) return;
  const isSpeck = 216 * zoom < readable;
  const isTiny = 216 * zoom < tiny;
  // Seen from afar the cards are the texture of the land.
  context.globalAlpha = brightness * (1 - 0.45 * overview);
  context.fillStyle = isTiny ? palette.line : palette.raised;
  context.lineWidth = isSpeck ? 0.6 / zoom : 1;
  context.strokeStyle = isSpeck ? palette.line : palette.lineStrong;
  const paintAlike = (some: readonly SceneItem[], dash: readonly number[]): void => {
    if (some.length === 0) return;
    context.beginPath();
    for (const { item, box } of some) {
      if (isSpeck) context.rect(box.x, box.y, box.width, box.height);
      else context.roundRect(box.x, box.y, box.width, box.height, item.type === 'external' ? 22 : 6);
    }
    context.fill();
    if (isTiny) return;
    context.setLineDash([...dash]);
    context.stroke();
    context.setLineDash([]);
  };
  paintAlike(
    cards.filter((card) => !isSupposed(card)),
    [],
  );
  paintAlike(cards.filter(isSupposed), [3 / zoom, 2 / zoom]);
  if (isTiny) return;
  for (const state of ['isolated', 'closed', 'open', 'mixed', 'uncertain'] as const)
    paintBanks(context, palette, cards, state, zoom);
}

const bankColours: Readonly<Record<ShieldState, (palette: Palette) => string>> = {
  open: ({ open }) => open,
  closed: ({ denied }) => denied,
  uncertain: ({ uncertain }) => uncertain,
  isolated: ({ inkMuted }) => inkMuted,
  mixed: ({ inkMuted }) => inkMuted,
};

/** The dikes at the left and right side of cards, all of one kind at once. */
function paintBanks(
  context: CanvasRenderingContext2D,
  palette: Palette,
  cards: readonly SceneItem[],
  state: ShieldState,
  zoom: number,
): void {
  const width = Math.max(4, Math.min(14, 1.4 / zoom));
  context.fillStyle = bankColours[state](palette);
  context.beginPath();
  for (const { item, box } of cards) {
    if (item.type !== 'card') continue;
    for (const [side, x] of [
      [item.ingress, box.x],
      [item.egress, box.x + box.width - width],
    ] as const) {
      if (side !== state) continue;
      if (state === 'open' || state === 'uncertain') {
        // Few long dashes from afar, where short ones would only cost time.
        const step = zoom < 0.3 ? 22 : 8;
        for (let y = box.y; y < box.y + box.height; y += step) context.rect(x, y, width / 2, step * 0.4);
      } else context.rect(x, box.y, width, state === 'mixed' ? box.height / 2 : box.height);
    }
  }
  context.fill();
}

interface Pen {
  readonly text: TextFitter;
  readonly setFont: (font: string) => void;
}

interface Writing<T> {
  readonly item: T;
  readonly box: SceneItem['box'];
  readonly pen: Pen;
}

function writeCard(
  context: CanvasRenderingContext2D,
  { palette, viewport: { zoom } }: Frame,
  { item, box, pen: { text, setFont }, isDetailed }: Writing<CardItem> & { readonly isDetailed: boolean },
): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  if (!isDetailed) {
    const size = zoom < 0.42 ? 22 : 17;
    setFont(`600 ${size}px ${palette.textFont}`);
    context.fillText(text.fit(context, item.name, box.width - 22, item.nameEnd), box.x + 11, box.y + 32);
    return;
  }
  setFont(`600 13px ${palette.textFont}`);
  context.fillText(text.fit(context, item.name, box.width - 80, item.nameEnd), box.x + 32, box.y + 18);
}

function writeName(
  context: CanvasRenderingContext2D,
  { palette, viewport: { zoom } }: Frame,
  { item, box, pen: { text, setFont } }: Writing<CollapsedItem | ExternalItem>,
): void {
  const name = item.type === 'external' ? item.label : item.name;
  const isFolded = item.type === 'collapsed';
  const size = isFolded
    ? zoom < 0.25
      ? 44
      : zoom < 0.42
        ? 32
        : zoom < 0.62
          ? 24
          : 13
    : zoom < 0.25
      ? 30
      : zoom < 0.62
        ? 16
        : 12;
  setFont(`600 ${size}px ${palette.textFont}`);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = palette.ink;
  const left = isFolded && zoom >= 0.62 ? 33 : item.type === 'external' && zoom >= 0.62 ? 35 : 12;
  const middle = isFolded && zoom >= 0.62 ? 21 : box.height / 2;
  context.fillText(
    text.fit(context, name, box.width - left - 10, isFolded ? item.nameEnd : ''),
    box.x + left,
    box.y + middle,
  );
}
