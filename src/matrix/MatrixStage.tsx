import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { WorkspaceSnapshot } from '../engine/index.ts';
import { changeMatrix } from '../store/actions/viewActions.ts';
import { usePolder } from '../store/store.ts';
import { activateCell, openGroups } from './activateCell.ts';
import { MatrixControls } from './MatrixControls.tsx';
import { MatrixLegend } from './MatrixLegend.tsx';
import { MatrixWords, matrixKeysId } from './MatrixWords.tsx';
import { CellTip } from './CellTip.tsx';
import { findSelected } from './model/findSelected.ts';
import { headerSize, originOf, placeAt, scrollTo, sheetSize, zoomCell, type MatrixPlace } from './model/MatrixFrame.ts';
import { useMatrixKeys } from './useMatrixKeys.ts';
import { useMatrixModel } from './useMatrixModel.ts';
import type { ScrolledFrame } from './draw/createPainter.ts';
import { useMatrixPainter } from './useMatrixPainter.ts';
import { usePictureRequest } from './usePictureRequest.ts';
import { useSize } from './useSize.ts';
import styles from './MatrixStage.module.css';

/** About the width of a sign in the headers' face. */
const signWidth = 6.6;

export function MatrixStage({ snapshot }: { snapshot: WorkspaceSnapshot }) {
  const view = usePolder((state) => state.view.matrix);
  const selection = usePolder((state) => state.selection);
  const model = useMatrixModel(snapshot, view);
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(scroller);
  const frame = useMemo(
    (): ScrolledFrame => ({
      ...size,
      cell: view.cell,
      count: model.axis.length,
      ...headerSize(size, model.longestName * signWidth),
    }),
    [size, view.cell, model],
  );

  const [cursor, setCursor] = useState<MatrixPlace>({ row: 0, column: 0 });
  const [hasFocus, setFocus] = useState(false);
  const [hover, setHover] = useState<MatrixPlace | null>(null);
  const [tip, setTip] = useState<{ readonly place: MatrixPlace; readonly x: number; readonly y: number } | null>(null);
  const here = useMemo(
    () => ({
      row: Math.min(cursor.row, model.axis.length - 1),
      column: Math.min(cursor.column, model.axis.length - 1),
    }),
    [cursor, model],
  );
  const selected = useMemo(() => findSelected(model, selection), [model, selection]);
  const picture = useMemo(
    () => ({ ...model, hover, cursor: hasFocus ? here : null, selected }),
    [model, hover, hasFocus, here, selected],
  );
  const repaint = useMatrixPainter({ scroller, canvas }, frame, picture);

  const scrolled = useCallback(
    () => ({ ...frame, scrollX: scroller.current?.scrollLeft ?? 0, scrollY: scroller.current?.scrollTop ?? 0 }),
    [frame],
  );
  usePictureRequest(model, scrolled);
  const moveTo = (place: MatrixPlace): void => {
    setCursor(place);
    setHover(null);
    const wish = scrollTo(scrolled(), place);
    scroller.current?.scrollTo(wish.x, wish.y);
    const origin = originOf({ ...scrolled(), scrollX: wish.x, scrollY: wish.y }, place);
    setTip({ place, x: origin.x + frame.cell, y: origin.y + frame.cell });
  };
  const onKeyDown = useMatrixKeys({
    model,
    cursor: here,
    page: Math.max(1, Math.floor((frame.height - frame.headHeight) / frame.cell) - 1),
    cell: view.cell,
    onMove: moveTo,
  });

  const toPlace = (event: MouseEvent): { place: MatrixPlace | null; x: number; y: number } => {
    const bounds = scroller.current!.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    return { place: placeAt(scrolled(), x, y), x, y };
  };
  const onMouseMove = (event: MouseEvent): void => {
    const { place, x, y } = toPlace(event);
    setHover((before) => (before?.row === place?.row && before?.column === place?.column ? before : place));
    setTip(place === null ? null : { place, x: x + 12, y: y + 14 });
  };
  const onClick = (event: MouseEvent): void => {
    const { place } = toPlace(event);
    if (place === null) return;
    setCursor(place);
    activateCell(model, place);
  };

  useWheelZoom(scroller, (steps) => changeMatrix({ cell: zoomCell(view.cell, steps) }));
  useKeptCentre(scroller, frame);

  const sheet = sheetSize({ ...frame, scrollX: 0, scrollY: 0 });
  return (
    <div className={styles.stage} data-testid="policy-matrix">
      <div className={styles.room}>
        <div
          ref={scroller}
          className={styles.scroller}
          role="application"
          aria-roledescription="matrix"
          aria-label="Matrix of flows: rows reach columns"
          aria-describedby={matrixKeysId}
          // The one tab stop of the matrix; arrows walk from there.
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={() => setFocus(true)}
          onBlur={() => {
            setFocus(false);
            setTip(null);
          }}
          onScroll={repaint}
          onMouseMove={onMouseMove}
          onMouseLeave={() => {
            setHover(null);
            setTip(null);
          }}
          onClick={onClick}
          onDoubleClick={(event) => {
            const { place } = toPlace(event);
            if (place !== null && place.row >= 0 && place.column >= 0) openGroups(model, place);
          }}
        >
          <div className={styles.sheet} style={sheet}>
            <canvas ref={canvas} className={styles.canvas} style={{ width: frame.width, height: frame.height }} />
          </div>
        </div>
        {tip === null ? null : <CellTip model={model} {...tip} room={size} />}
      </div>
      <div className={styles.foot}>
        <MatrixLegend omitted={snapshot.flows.omitted} />
        <MatrixControls cell={view.cell} />
      </div>
      <MatrixWords model={model} place={hasFocus ? here : null} />
    </div>
  );
}

/** Ctrl and the wheel, or two fingers, zoom. React listens passively, which could not keep the page from zooming. */
function useWheelZoom(element: React.RefObject<HTMLElement | null>, zoom: (steps: 1 | -1) => void): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    const target = element.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.deltaY !== 0) latest.current(event.deltaY < 0 ? 1 : -1);
    };
    target?.addEventListener('wheel', onWheel, { passive: false });
    return () => target?.removeEventListener('wheel', onWheel);
  }, [element]);
}

/** What is in the middle stays there when cells change their size. */
function useKeptCentre(scroller: React.RefObject<HTMLElement | null>, { cell }: ScrolledFrame): void {
  const before = useRef(cell);
  useEffect(() => {
    const view = scroller.current;
    const factor = cell / before.current;
    before.current = cell;
    if (view === null || factor === 1) return;
    const halfX = view.clientWidth / 2;
    const halfY = view.clientHeight / 2;
    view.scrollTo((view.scrollLeft + halfX) * factor - halfX, (view.scrollTop + halfY) * factor - halfY);
  }, [cell, scroller]);
}
