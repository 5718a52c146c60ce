import type { Emphasis } from '../graph/computeEmphasis.ts';
import type { Box } from '../graph/Box.ts';
import type { ItemId } from '../graph/VisibleGraph.ts';
import type { Scene } from '../scene/createScene.ts';
import type { Viewport } from '../../store/state.ts';
import type { Palette } from './Palette.ts';

/** Everything that one painted picture depends on. */
export interface Frame {
  readonly scene: Scene;
  /** Of the painted canvas, which is larger than what is seen. */
  readonly viewport: Viewport;
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for one of the page. */
  readonly pixels: number;
  /** The part of the map that is seen, in its own units. */
  readonly window: Box;
  /** The part that is painted: that and some more, so that it can be moved. */
  readonly view: Box;
  readonly emphasis: Emphasis;
  /** Items that are elements of the page: they draw themselves. */
  readonly mounted: ReadonlySet<ItemId>;
  /** 0: lines between cards · 1: lines between namespaces · between: the one gives way to the other. */
  readonly overview: number;
  readonly palette: Palette;
  /** The milliseconds that may be spent on finding ways for lines. */
  readonly budget: number;
  readonly now: () => number;
}
