import { applyEdits } from '../../store/actions/applyEdits.ts';
import { closeDialog } from '../../store/actions/dialogActions.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { notify } from '../../ui/notify.tsx';
import { undoLast } from '../command/undoLast.ts';
import type { PreviewState } from './usePlanPreview.ts';

/** Writes what the preview shows, closes the dialog and opens the lines. When the text has changed since, the preview is made again. */
export function applyPreview({ preview, revision }: PreviewState): boolean {
  if (!preview?.result.ok) return false;
  const { plan } = preview.result;
  if (!applyEdits(plan, { capture: 'step', revision })) {
    notify.failed('The text has changed meanwhile. The preview is made again: please look and apply once more.');
    return false;
  }
  closeDialog();
  notify.done(`Done: ${plan.label}`, { label: 'Undo', run: undoLast() });
  if (plan.reveal) reveal(plan.reveal);
  return true;
}
