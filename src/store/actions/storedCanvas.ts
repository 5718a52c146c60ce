import { noFilter, nothingHidden } from '../initialState.ts';
import type { CanvasFilter, CanvasHidden, SavedView, ViewSlice } from '../state.ts';

/** What the canvas draws, as it is kept with the workspace. */
export interface StoredCanvas {
  readonly filter: CanvasFilter;
  readonly hidden: CanvasHidden;
  readonly savedViews: readonly SavedView[];
}

export const toStoredCanvas = ({ filter, hidden, savedViews }: ViewSlice): StoredCanvas => ({
  filter,
  hidden,
  savedViews,
});

/** A record of another version gives what it has; the rest is as in a new workspace. */
export function readStoredCanvas(stored: unknown): StoredCanvas {
  const { filter, hidden, savedViews } = (stored ?? {}) as Partial<StoredCanvas>;
  return {
    filter: { ...noFilter, ...filter },
    hidden: { ...nothingHidden, ...hidden },
    savedViews: (savedViews ?? []).map((view) => ({
      ...view,
      filter: { ...noFilter, ...view.filter },
      hidden: { ...nothingHidden, ...view.hidden },
    })),
  };
}
