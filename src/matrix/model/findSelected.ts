import type { Selection } from '../../store/state.ts';
import type { MatrixPlace } from './MatrixFrame.ts';
import type { MatrixUnits, Unit } from './MatrixUnits.ts';

export interface Placed {
  readonly units: MatrixUnits;
  readonly positions: ReadonlyMap<Unit, number>;
}

/** The cell (or header) that shows what is selected; null when nothing in sight does. */
export function findSelected({ units, positions }: Placed, selection: Selection | null): MatrixPlace | null {
  const { snapshot, nodeCount, groups } = units;
  const positionOf = (id: string): number => {
    const unit = id.startsWith('namespace:')
      ? nodeCount + groups.findIndex(({ name }) => name === id.slice('namespace:'.length))
      : findNode(id);
    return positions.get(unit) ?? positions.get(nodeCount + (units.groupOf[unit] ?? -1)) ?? -1;
  };
  const findNode = (id: string): number => {
    const workload = snapshot.workloads.findIndex((candidate) => candidate.id === id);
    if (workload >= 0) return workload;
    const external = snapshot.externals.findIndex((candidate) => candidate.id === id);
    return external < 0 ? -1 : snapshot.workloads.length + external;
  };
  if (selection?.type !== 'flow' && selection?.type !== 'flows') return null;
  const place = { row: positionOf(selection.from), column: positionOf(selection.to) };
  return place.row < 0 || place.column < 0 ? null : place;
}
