import { uncertainOf, type FlowIndex } from './FlowIndex.ts';

export interface RowsDescription {
  /** Short words for the ports when all rows have the same, else null. */
  readonly ports: string | null;
  /** Some rows hold only for some pairs of pods, wholly or in part. */
  readonly partial: boolean;
  /** Of some rows, the import does not say enough to know all ports. */
  readonly doubt: boolean;
}

export function describeRows({ snapshot: { flows }, words }: FlowIndex, rows: readonly number[]): RowsDescription {
  const uncertain = uncertainOf(flows);
  const first = rows[0];
  if (first === undefined) return { ports: null, partial: false, doubt: false };
  let same = true;
  let partial = false;
  let doubt = false;
  for (const row of rows) {
    same &&= flows.ports[row] === flows.ports[first] && flows.partial[row] === flows.partial[first];
    if (uncertain !== null) {
      same &&= uncertain[row] === uncertain[first];
      doubt ||= words[uncertain[row]!] !== '';
    }
    partial ||= words[flows.partial[row]!] !== '';
  }
  const shown = words[flows.ports[first]!] || words[flows.partial[first]!] || words[uncertain?.[first] ?? 0] || '';
  return { ports: same && shown !== '' ? shown : null, partial, doubt };
}
