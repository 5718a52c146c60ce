import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { formatPorts, hasPorts } from './formatPorts.ts';

export interface RowsDescription {
  /** Short words for the ports when all rows have the same, else null. */
  readonly ports: string | null;
  /** Some rows hold only for some pairs of pods, wholly or in part. */
  readonly partial: boolean;
}

export function describeRows({ flows, portSets }: WorkspaceSnapshot, rows: readonly number[]): RowsDescription {
  const first = rows[0] ?? 0;
  const same = rows.every(
    (row) => flows.ports[row] === flows.ports[first] && flows.partial[row] === flows.partial[first],
  );
  const ports = portSets[flows.ports[first] ?? 0];
  const some = portSets[flows.partial[first] ?? 0];
  const shown = ports !== undefined && hasPorts(ports) ? ports : some;
  return {
    ports: same && shown !== undefined ? formatPorts(shown) : null,
    partial: rows.some((row) => {
      const partial = portSets[flows.partial[row] ?? 0];
      return partial !== undefined && hasPorts(partial);
    }),
  };
}
