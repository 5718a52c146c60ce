import type { Box, Size } from './Layout.ts';

/** How far things stand apart, in canvas units. `x` leaves room for an edge's label. */
export interface Spacing {
  readonly x: number;
  readonly y: number;
  /** Width by height that a packed picture should come near to. */
  readonly aspect: number;
  /** Between items without lines, side by side: a mark may stand out from one. */
  readonly looseX: number;
  /** A drawing no wider than this fits a screen at full size: its shape does not matter. */
  readonly fits: number;
  /** Width that will stand beside the drawing and belongs to the picture. */
  readonly beside: number;
}

export const insideSpacing: Spacing = { x: 76, y: 24, looseX: 56, aspect: 1.5, fits: 820, beside: 0 };
export const outsideSpacing: Spacing = { x: 104, y: 44, looseX: 66, aspect: 1.6, fits: 820, beside: 0 };

/** Room between a frame and its nodes; the frame's name stands in the top. */
export const framePadding = { top: 46, right: 22, bottom: 22, left: 22 } as const;

/** The frame that closes around a box. */
export const toFrameBox = (box: Box): Box => ({
  x: box.x - framePadding.left,
  y: box.y - framePadding.top,
  width: box.width + framePadding.left + framePadding.right,
  height: box.height + framePadding.top + framePadding.bottom,
});

export const emptyFrame: Size = { width: 252, height: 104 };

/** From the outermost frame to the external ranges. */
export const rimDistance = 120;
