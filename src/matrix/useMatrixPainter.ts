import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { createPainter, type Painter, type ScrolledFrame } from './draw/createPainter.ts';
import type { MatrixPicture } from './draw/drawMatrix.ts';

export interface PainterElements {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

/** Shows the picture on the canvas; returns what is to be called when it scrolls. */
export function useMatrixPainter(
  { scroller, canvas }: PainterElements,
  frame: ScrolledFrame,
  picture: MatrixPicture,
): () => void {
  const painter = useRef<Painter | null>(null);
  useLayoutEffect(() => {
    if (canvas.current === null || scroller.current === null) return undefined;
    painter.current = createPainter(canvas.current, scroller.current);
    return () => painter.current?.destroy();
  }, [canvas, scroller]);
  useEffect(() => painter.current?.update(frame, picture), [frame, picture]);
  return useCallback(() => painter.current?.schedule(), []);
}
