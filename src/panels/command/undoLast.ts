import { undo } from '../../store/actions/historyActions.ts';
import { polder } from '../../store/store.ts';

/** Takes back the step just made, later, from a toast: only while it is still the last one. */
export function undoLast(): () => void {
  const step = polder.getState().history.undo.at(-1);
  return () => {
    if (polder.getState().history.undo.at(-1) === step) undo();
  };
}
