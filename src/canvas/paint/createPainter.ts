import { touches } from '../graph/Box.ts';
import type { ItemId } from '../graph/VisibleGraph.ts';
import type { Scene, SceneItem } from '../scene/createScene.ts';
import { createLabelPlacer, type LabelPlacer } from './createLabelPlacer.ts';
import { createTextFitter } from './fitText.ts';
import type { Frame } from './Frame.ts';
import { paintCards } from './paintCards.ts';
import { paintEdges, paintMarks, type PaintedEdge } from './paintEdges.ts';
import { paintFrames } from './paintFrames.ts';
import { labelScale, paintLabels, type Labels } from './paintLabels.ts';
import { paintTitles } from './paintTitles.ts';

export interface Picture {
  readonly painted: readonly PaintedEdge[];
  /** Ids of lines that have their label. */
  readonly labelled: ReadonlySet<string>;
  /** Some lines come with the next picture. */
  readonly isUnfinished: boolean;
  /** Something was painted above the elements. */
  readonly hasAbove: boolean;
  /** How many things were painted. */
  readonly weight: number;
}

export interface Painter {
  /** `above`: over the elements, for the names of namespaces seen from afar and labels that would be cut by cards. */
  readonly paint: (below: CanvasRenderingContext2D, above: CanvasRenderingContext2D, frame: Frame) => Picture;
  /** Fonts have come: what was measured before them is wrong. */
  readonly forget: () => void;
}

/** Paints the map under the elements of the page. What it costs depends on what is in view. */
export function createPainter(): Painter {
  const text = createTextFitter();
  let isAboveEmpty = true;
  let titled: ReadonlySet<ItemId> = new Set();
  let labels: (PlacerKey & { readonly placer: LabelPlacer }) | null = null;
  const placerFor = (key: PlacerKey): LabelPlacer => {
    const isKept = labels?.scene === key.scene && labels.scale === key.scale && labels.isFar === key.isFar;
    if (labels === null || !isKept) labels = { ...key, placer: createLabelPlacer(key.scene, key.scale) };
    return labels.placer;
  };
  return {
    forget: () => {
      text.forget();
      labels = null;
    },
    paint: (context, above, frame) => {
      const { scene, viewport, overview, pixels } = frame;
      clear(context, frame);
      const scale = viewport.zoom * pixels;
      context.setTransform(scale, 0, 0, scale, viewport.x * pixels, viewport.y * pixels);
      const items: SceneItem[] = [];
      scene.tree.visit(frame.view, (at) => items.push(scene.items[at]!));
      paintFrames(context, frame, items);
      if (overview > 0.5) paintCards(context, frame, { items, text });
      const far = overview > 0 ? paintEdges(context, frame, { lines: scene.far, isFar: true, alpha: overview }) : null;
      const near =
        overview < 1 ? paintEdges(context, frame, { lines: scene.near, isFar: false, alpha: 1 - overview }) : null;
      if (overview <= 0.5) paintCards(context, frame, { items, text });
      const isFar = overview > 0.5;
      const painted = (isFar ? far : near)?.painted ?? [];
      const placer = placerFor({ scene, scale: labelScale(viewport.zoom), isFar });
      paintMarks(context, frame, { painted, placer });
      if (!isAboveEmpty) clear(above, frame);
      above.setTransform(context.getTransform());
      const hasTitles = viewport.zoom < titleZoom;
      const titles = hasTitles
        ? paintTitles(above, frame, { items, text, alpha: titleAlpha(viewport.zoom), before: titled })
        : [];
      titled = new Set(titles.map(({ id }) => id));
      const { labelled, isAbove } =
        overview === 0 || overview === 1
          ? paintLabels({ below: context, above }, frame, { painted, placer, text, titles })
          : noLabels;
      isAboveEmpty = !hasTitles && !isAbove;
      return {
        painted: painted.filter(({ route }) => touches(route.bounds, frame.window)),
        labelled,
        hasAbove: !isAboveEmpty,
        isUnfinished: far?.isUnfinished === true || near?.isUnfinished === true,
        weight: items.length + (far?.painted.length ?? 0) + (near?.painted.length ?? 0),
      };
    },
  };
}

/** Lines between cards and lines between namespaces are numbered each by themselves. */
interface PlacerKey {
  readonly scene: Scene;
  readonly scale: number;
  readonly isFar: boolean;
}

const noLabels: Labels = { labelled: new Set(), isAbove: false };

function clear(context: CanvasRenderingContext2D, { width, height, pixels }: Frame): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width * pixels, height * pixels);
}

/** From so far away titles of frames are written across them. */
const titleZoom = 0.29;

const titleAlpha = (zoom: number): number => Math.max(0, Math.min(1, (0.25 - zoom) / 0.015));
