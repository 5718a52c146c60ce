import { findFlow } from '../engine/index.ts';
import { select } from '../store/actions/selectionActions.ts';
import { changeMatrix } from '../store/actions/viewActions.ts';
import type { Selection } from '../store/state.ts';
import type { MatrixPlace } from './model/MatrixFrame.ts';
import { groupOfUnit, nameUnit, nodesOfUnit, outsideGroup, type MatrixUnits, type Unit } from './model/MatrixUnits.ts';
import type { MatrixModel } from './useMatrixModel.ts';

/** What a click or Enter does: a pair shows its reasons, a cell of many its flows, a header its node, or opens its group. */
export function activateCell(model: MatrixModel, { row, column }: MatrixPlace): void {
  const from = model.axis[row];
  const to = model.axis[column];
  if (from === undefined && to === undefined) return;
  if (from !== undefined && to !== undefined) select(selectionOf(model, from.unit, to.unit));
  else {
    const entry = from ?? to;
    if (entry === undefined) return;
    if (entry.type === 'group') toggleGroup(model, entry.unit);
    else select(selectionOfNode(model.units, entry.unit));
  }
}

/** Shows or hides the nodes of a group, in rows and columns. */
export function toggleGroup({ units, opened }: MatrixModel, unit: Unit): void {
  const group = groupOfUnit(units, unit);
  if (group === null) return;
  const next = new Set(opened);
  if (!next.delete(group.name)) next.add(group.name);
  changeMatrix({ opened: [...next] });
}

/** The groups of a cell of many pairs, opened. */
export function openGroups({ units, opened, axis }: MatrixModel, { row, column }: MatrixPlace): void {
  const names = [axis[row], axis[column]].flatMap((entry) =>
    entry?.type === 'group' ? (groupOfUnit(units, entry.unit)?.name ?? []) : [],
  );
  if (names.some((name) => !opened.has(name))) changeMatrix({ opened: [...new Set([...opened, ...names])] });
}

const idOf = ({ snapshot }: MatrixUnits, node: number): string =>
  snapshot.workloads[node]?.id ?? snapshot.externals[node - snapshot.workloads.length]?.id ?? '';

function selectionOfNode(units: MatrixUnits, node: number): Selection {
  const id = idOf(units, node);
  return node < units.snapshot.workloads.length ? { type: 'workload', id } : { type: 'external', id };
}

function selectionOf({ units, index }: MatrixModel, from: Unit, to: Unit): Selection {
  if (from < units.nodeCount && to < units.nodeCount) {
    return { type: 'flow', from: idOf(units, from), to: idOf(units, to) };
  }
  const targets = nodesOfUnit(units, to);
  const flows = nodesOfUnit(units, from).flatMap((source) =>
    targets.flatMap((target) => {
      const row = findFlow(index, source, target);
      return row < 0 ? [] : [row];
    }),
  );
  return { type: 'flows', from: endOf(units, from), to: endOf(units, to), flows };
}

/** As the inspector names the ends of an aggregate. */
function endOf(units: MatrixUnits, unit: Unit): string {
  const group = groupOfUnit(units, unit);
  if (group === null) return idOf(units, unit);
  return group.name === outsideGroup ? nameUnit(units, unit).name : `namespace:${group.name}`;
}
