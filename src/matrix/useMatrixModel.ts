import { useMemo } from 'react';
import { createFlowIndex, type WorkspaceSnapshot } from '../engine/index.ts';
import type { MatrixView } from '../store/state.ts';
import { createVerdictRows } from './model/createVerdictRows.ts';
import type { CellContext } from './model/describeCell.ts';
import { listAxis, openedByDefault, type AxisEntry } from './model/listAxis.ts';
import { formatUnit, listUnits, type Unit } from './model/MatrixUnits.ts';
import { orderUnits } from './model/orderUnits.ts';

export interface MatrixModel extends CellContext {
  readonly axis: readonly AxisEntry[];
  /** Where a unit stands; a node of a folded group stands nowhere. */
  readonly positions: ReadonlyMap<Unit, number>;
  readonly opened: ReadonlySet<string>;
  /** In signs. */
  readonly longestName: number;
}

/** What the matrix shows of a snapshot; the index is built once per snapshot, an order once per choice. */
export function useMatrixModel(snapshot: WorkspaceSnapshot, view: MatrixView): MatrixModel {
  const context = useMemo((): CellContext => {
    const index = createFlowIndex(snapshot);
    const units = listUnits(snapshot);
    return { index, units, rows: createVerdictRows(index, units) };
  }, [snapshot]);
  const order = useMemo(() => orderUnits(context.index, context.units, view.order), [context, view.order]);
  const opened = useMemo(() => new Set(view.opened ?? openedByDefault(context.units)), [context, view.opened]);
  return useMemo(() => {
    const axis = listAxis(context.units, order, { opened, grouped: view.grouped });
    const positions = new Map(axis.map(({ unit }, at) => [unit, at]));
    let longestName = 0;
    for (const { unit, nested } of axis) {
      const length = nested ? formatUnit(context.units, unit).length - 8 : formatUnit(context.units, unit).length;
      if (length > longestName) longestName = length;
    }
    return { ...context, axis, positions, opened, longestName };
  }, [context, order, opened, view.grouped]);
}
