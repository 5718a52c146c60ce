import type { MapFlows } from './MapFlows.ts';

export interface RowsDescription {
  /** Short words for the ports when all rows have the same, else null. */
  readonly ports: string | null;
  /** Some rows hold only for some pairs of pods, wholly or in part. */
  readonly partial: boolean;
  /** Of some rows, the import does not say enough to know all ports. */
  readonly doubt: boolean;
}

export function describeRows({ snapshot: { flows }, words }: MapFlows, rows: readonly number[]): RowsDescription {
  const first = rows[0];
  if (first === undefined) return { ports: null, partial: false, doubt: false };
  let same = true;
  let partial = false;
  let doubt = false;
  for (const row of rows) {
    same &&= flows.ports[row] === flows.ports[first] && flows.partial[row] === flows.partial[first];
    same &&= flows.uncertain[row] === flows.uncertain[first];
    doubt ||= words[flows.uncertain[row]!] !== '';
    partial ||= words[flows.partial[row]!] !== '';
  }
  const shown = words[flows.ports[first]!] || words[flows.partial[first]!] || words[flows.uncertain[first]!] || '';
  return { ports: same && shown !== '' ? shown : null, partial, doubt };
}
