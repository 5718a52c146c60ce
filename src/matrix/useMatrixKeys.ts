import type { KeyboardEvent } from 'react';
import { select } from '../store/actions/selectionActions.ts';
import { changeMatrix } from '../store/actions/viewActions.ts';
import { polder } from '../store/store.ts';
import { activateCell } from './activateCell.ts';
import { zoomCell, type MatrixPlace } from './model/MatrixFrame.ts';
import { moveCursor } from './model/moveCursor.ts';
import type { MatrixModel } from './useMatrixModel.ts';

export interface MatrixKeysInput {
  readonly model: MatrixModel;
  readonly cursor: MatrixPlace;
  /** Rows that fit into the window. */
  readonly page: number;
  readonly cell: number;
  readonly onMove: (place: MatrixPlace) => void;
}

/** The matrix without a mouse: arrows walk, Enter shows the reasons or opens a namespace, Escape lets go, + and - zoom. */
export function useMatrixKeys({ model, cursor, page, cell, onMove }: MatrixKeysInput): (event: KeyboardEvent) => void {
  const act = (event: KeyboardEvent): boolean => {
    const moved = moveCursor(
      cursor,
      { key: event.key, toTheEnd: event.ctrlKey || event.metaKey },
      { count: model.axis.length, page },
    );
    if (moved !== null) {
      onMove(moved);
      return true;
    }
    if (event.ctrlKey || event.metaKey) return false;
    switch (event.key) {
      case 'Enter':
      case ' ':
        activateCell(model, cursor);
        return true;
      case 'Escape':
        if (polder.getState().selection === null) return false;
        select(null);
        return true;
      case '+':
      case '=':
        changeMatrix({ cell: zoomCell(cell, 1) });
        return true;
      case '-':
        changeMatrix({ cell: zoomCell(cell, -1) });
        return true;
      case '0':
        changeMatrix({ cell: 22 });
        return true;
      default:
        return false;
    }
  };
  return (event) => {
    if (event.altKey || !act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
