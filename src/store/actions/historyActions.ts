import type { HistoryStep, TextChange } from '../state.ts';
import { patchSlice, polder } from '../store.ts';
import { applyEdits } from './applyEdits.ts';

function replay(step: HistoryStep, changes: readonly TextChange[], side: 'forward' | 'inverse'): boolean {
  return changes.every((change) => applyEdits({ label: step.label, ...change[side] }, { capture: 'none' }));
}

/** Takes the last step back, whoever made it: typing, the graph or a command. Returns its name, or null when there is none. */
export function undo(): string | null {
  const { history } = polder.getState();
  const step = history.undo.at(-1);
  if (!step || !replay(step, step.changes.toReversed(), 'inverse')) return null;
  patchSlice('history', { undo: history.undo.slice(0, -1), redo: [...history.redo, step] });
  return step.label;
}

/** Makes the step again that was taken back last. */
export function redo(): string | null {
  const { history } = polder.getState();
  const step = history.redo.at(-1);
  if (!step || !replay(step, step.changes, 'forward')) return null;
  patchSlice('history', { undo: [...history.undo, { ...step, group: null }], redo: history.redo.slice(0, -1) });
  return step.label;
}

/**
 * Goes to the text as it was after the first `position` steps, counted over what is done and what was taken back; 0 is
 * before all of them. Nothing is forgotten: later steps can be made again until something else is done.
 */
export function restoreHistory(position: number): void {
  const done = (): number => polder.getState().history.undo.length;
  while (done() > position && undo() !== null);
  while (done() < position && redo() !== null);
}
