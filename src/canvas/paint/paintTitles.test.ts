import { describe, expect, it } from 'vitest';
import { noEmphasis } from '../EmphasisContext.ts';
import { touches, type Box } from '../graph/Box.ts';
import type { FrameItem, ItemId } from '../graph/VisibleGraph.ts';
import type { SceneItem } from '../scene/createScene.ts';
import type { Frame } from './Frame.ts';
import type { Palette } from './Palette.ts';
import { createTextFitter } from './fitText.ts';
import { paintTitles } from './paintTitles.ts';

/** Namespaces of one workload each, sixty abreast. */
const items = Array.from({ length: 2000 }, (_, at): SceneItem => {
  const name = `team-${at}`;
  return {
    item: { type: 'frame', id: `namespace:${name}`, name } as FrameItem,
    box: { x: (at % 60) * 290, y: Math.floor(at / 60) * 160, width: 260, height: 132 },
  };
});

/** Takes down what is written and where; a letter is 6 px wide. */
function createPaper() {
  const words: { readonly text: string; readonly box: Box }[] = [];
  const nothing = (): void => undefined;
  const context = {
    save: nothing,
    restore: nothing,
    setTransform: nothing,
    strokeText: nothing,
    measureText: (text: string) => ({ width: text.length * 6 }),
    fillText: (text: string, x: number, y: number) => {
      const width = text.length * 6;
      words.push({ text, box: { x: x - width / 2, y: y - 6, width, height: 12 } });
    },
  } as unknown as CanvasRenderingContext2D;
  return { words, context };
}

function paint({ x = 0, before = new Set() as ReadonlySet<ItemId>, selected = null as ItemId | null } = {}) {
  const paper = createPaper();
  const frame = {
    viewport: { x, y: 0, zoom: 0.05 },
    pixels: 1,
    palette: {} as Palette,
    emphasis: { ...noEmphasis, selectedItem: selected },
  } as Frame;
  const titles = paintTitles(paper.context, frame, { items, text: createTextFitter(), alpha: 1, before });
  const written = new Set(titles.map(({ id }) => id));
  return { ...paper, written };
}

describe('paintTitles', () => {
  it('names some of two thousand namespaces, whole, with room between them for what flows', () => {
    const { words } = paint();
    expect(words.length).toBeGreaterThan(20);
    expect(words.every(({ text }) => /^team-\d+$/.test(text))).toBe(true);
    for (const { box } of words) {
      const around = { x: box.x - 20, y: box.y - 12, width: box.width + 40, height: box.height + 24 };
      expect(words.filter((other) => touches(other.box, around))).toHaveLength(1);
    }
  });

  it('always names what is selected', () => {
    const absent = items.find(({ item }) => !paint().written.has(item.id))!.item.id;
    expect(paint({ selected: absent }).written.has(absent)).toBe(true);
  });

  it('keeps the names that are there while the map moves', () => {
    // Others would be chosen, were these not there.
    const before = new Set(paint().written);
    const others = paint({ before: new Set(items.slice(1).map(({ item }) => item.id)) }).written;
    expect([...others]).not.toEqual([...before]);
    expect([...paint({ x: 40, before: others }).written].sort()).toEqual([...others].sort());
  });
});
