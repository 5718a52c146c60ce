import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import { noteViewport } from '../store/actions/canvasActions.ts';
import { polder, usePolder } from '../store/store.ts';
import type { Viewport } from '../store/state.ts';
import { boxAround, touches, type Box } from './graph/Box.ts';
import { visibleItem, type Emphasis } from './graph/computeEmphasis.ts';
import type { MapFlows } from './graph/MapFlows.ts';
import type { ItemId, VisibleGraph } from './graph/VisibleGraph.ts';
import { toView } from './scene/toView.ts';

/** The whole map, with room at the rim; small maps are not blown up. `most`: the shares of the height that notes may take from it. */
const fit = { side: 40, top: 52, low: 26, most: 0.45, mostTop: 0.3, maxZoom: 1.15 } as const;

/** A map that is narrower shows what is focused beside the list of its neighbours, which is so wide, instead of under it. */
const [listBeside, listWidth] = [760, 244];

/** Where the whole map was shown, in a canvas of this size. */
interface Fitted {
  readonly viewport: Viewport | null;
  readonly width: number;
  readonly height: number;
}

const isAt = (a: Viewport, b: Viewport | null): boolean =>
  b !== null && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 1e-3;

/**
 * Brings into view what the store asks for, and the whole map when it is first drawn; that stays in view, whatever the canvas's
 * size, until the map is moved or something on it is selected.
 */
export function useFocusRequests(
  { graph, index }: { readonly graph: VisibleGraph; readonly index: MapFlows },
  {
    boxes,
    emphasis,
    rest,
    coveredTop,
    measureBottom,
  }: {
    readonly boxes: ReadonlyMap<ItemId, Box>;
    readonly emphasis: Emphasis;
    /** Where the map was looked at when it last rested; null before it first did. */
    readonly rest: Viewport | null;
    /** How much a notice covers at the top. */
    readonly coveredTop: number;
    /** How much the legend and the notes cover. */
    readonly measureBottom: () => number;
  },
): void {
  const flow = useReactFlow();
  const request = usePolder((state) => state.view.focusRequest);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const viewport = usePolder((state) => state.view.viewportRequest);
  const answeredViewport = useRef(viewport?.serial ?? 0);
  useViewportNotes(rest);
  const answered = useRef(request?.serial ?? 0);
  const fitted = useRef<Fitted | null>(null);
  const [kept] = useState(() => polder.getState().view.viewport);
  const isFocused = emphasis.selectedItem !== null || emphasis.selectedEdge !== null;
  const isSeen = width > 0 && height > 0 && boxes.size > 0;

  const show = (bounds: Box | null, duration: number): Viewport | null => {
    if (bounds === null) return null;
    const bottom = Math.min(measureBottom() + fit.low, height * fit.most);
    const top = Math.max(fit.top, Math.min(coveredTop + fit.low, height * fit.mostTop));
    const room = { width: width - 2 * fit.side, height: height - top - bottom };
    const zoom = Math.max(0.02, Math.min(fit.maxZoom, room.width / bounds.width, room.height / bounds.height));
    const x = fit.side + (room.width - bounds.width * zoom) / 2 - bounds.x * zoom;
    const y = top + (room.height - bounds.height * zoom) / 2 - bounds.y * zoom;
    void flow.setViewport({ x, y, zoom }, { duration });
    return { x, y, zoom };
  };

  useEffect(() => {
    if (!isSeen) return;
    const { current: last } = fitted;
    // Back from another view of the flows: the map is looked at from where it was left.
    if (last === null && kept !== null && isInView(boxes.values(), kept, { width, height })) {
      fitted.current = { viewport: null, width, height };
      void flow.setViewport(kept);
      return;
    }
    // A bar that comes above the map, or another window, must not cover what was all in view.
    const isUntouched = last !== null && !isFocused && isAt(flow.getViewport(), last.viewport);
    if (last !== null && (!isUntouched || (last.width === width && last.height === height))) return;
    fitted.current = { viewport: show(boxAround(boxes.values()), 0), width, height };
  });

  useEffect(() => {
    if (!isSeen || viewport === null || viewport.serial === answeredViewport.current) return;
    answeredViewport.current = viewport.serial;
    void flow.setViewport(viewport.viewport, { duration: 240 });
  });

  useEffect(() => {
    if (!isSeen || request === null || request.serial === answered.current) return;
    if (request.id === 'selection') {
      answered.current = request.serial;
      const lit = [...(emphasis.items ?? [])].flatMap((id) => boxes.get(id) ?? []);
      show(boxAround(lit.length > 0 ? lit : boxes.values()), 240);
      return;
    }
    if (request.id === 'all') {
      answered.current = request.serial;
      show(boxAround(boxes.values()), 240);
      return;
    }
    const item = visibleItem(request.id, graph, index);
    if (item === null) {
      answered.current = request.serial;
      return;
    }
    const box = boxes.get(item);
    // Not drawn yet (just unfolded): wait for the next scene.
    if (box === undefined) return;
    answered.current = request.serial;
    const zoom = Math.max(0.75, Math.min(1.1, flow.getZoom()));
    const aside = width < listBeside ? listWidth / 2 / zoom : 0;
    void flow.setCenter(box.x + box.width / 2 + aside, box.y + box.height / 2, { zoom, duration: 240 });
  });
}

const isInView = (
  boxes: Iterable<Box>,
  viewport: Viewport,
  { width, height }: { readonly width: number; readonly height: number },
): boolean => {
  const view = toView(viewport, { width, height, margin: 0 });
  return [...boxes].some((box) => touches(box, view));
};

/** Tells the store where the map is looked at when it rests and when it goes, so that the view can be kept under a name and come back. */
function useViewportNotes(rest: Viewport | null): void {
  const flow = useReactFlow();
  useEffect(() => {
    if (rest !== null) noteViewport(rest);
  }, [rest]);
  useEffect(() => () => noteViewport(flow.getViewport()), [flow]);
}
