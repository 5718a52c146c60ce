export interface PaneSizes {
  readonly explorer: number;
  readonly inspector: number;
  readonly dock: number;
}

/** What the panes start with, in pixels: the graph keeps at least half of the window. */
export function paneSizes({ width, height }: { readonly width: number; readonly height: number }): PaneSizes {
  if (width < 1280) return { explorer: 212, inspector: 280, dock: Math.round(height * 0.3) };
  if (width < 1700) return { explorer: 256, inspector: 340, dock: Math.round(height * 0.32) };
  return { explorer: 300, inspector: 400, dock: Math.round(height * 0.34) };
}
