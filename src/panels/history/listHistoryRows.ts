import type { HistorySlice, HistoryStep } from '../../store/state.ts';

/** A point that can be gone back to: after a step, or before all of them. */
export interface HistoryRow {
  readonly id: string;
  readonly level: number;
  readonly label: string;
  readonly expanded: null;
  /** How many steps are done at this point. */
  readonly position: number;
  /** done: part of the text as it is · current: the last one of these · undone: taken back */
  readonly state: 'done' | 'current' | 'undone';
  /** Files that the step changed, in order, without their folders. */
  readonly files: readonly string[];
  /** When the step was made, in milliseconds since the epoch; null for the beginning. */
  readonly at: number | null;
}

const listFiles = ({ changes }: HistoryStep): readonly string[] => {
  const paths = changes.flatMap(({ forward }) => [...forward.edits, ...forward.files].map(({ file }) => file));
  return [...new Set(paths)].map((path) => path.slice(path.lastIndexOf('/') + 1));
};

/** The steps of the history, the newest first, those that were taken back on top. */
export function listHistoryRows({ undo, redo }: HistorySlice): readonly HistoryRow[] {
  const steps = [...undo, ...redo.toReversed()];
  const toRow = (label: string, position: number, step: HistoryStep | null): HistoryRow => ({
    id: String(position),
    level: 1,
    label,
    expanded: null,
    position,
    state: position > undo.length ? 'undone' : position === undo.length ? 'current' : 'done',
    files: step === null ? [] : listFiles(step),
    at: step?.at ?? null,
  });
  const rows = steps.map((step, index) => toRow(step.label, index + 1, step));
  return [toRow('Before these steps', 0, null), ...rows].toReversed();
}
