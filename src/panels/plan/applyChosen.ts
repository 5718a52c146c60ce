import { formatWay, type Proposal } from '../../engine/index.ts';
import { closeDialog } from '../../store/actions/dialogActions.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { applyProposal, type Outcome } from '../../store/actions/planActions.ts';
import { notify } from '../../ui/notify.tsx';
import { undoLast } from '../command/undoLast.ts';

/**
 * Writes what the preview shows, closes the dialog and opens the lines. When the text has changed since, the preview is
 * made again. False: nothing was written.
 */
export function applyChosen(proposal: Proposal, revision: number): boolean {
  const { written, outcome } = applyProposal(proposal, revision);
  if (!written) {
    notify.failed('The text has changed meanwhile. The preview is made again: please look and apply once more.');
    return false;
  }
  const { plan } = proposal;
  closeDialog();
  notify.done(`Done: ${plan.label}`, { label: 'Undo', run: undoLast() });
  if (plan.reveal) reveal(plan.reveal);
  void outcome.then((found) => reportDefect(proposal, found));
  return true;
}

/** What flows is not what was said: that is a defect of Polder, and whoever edits must know. */
function reportDefect({ plan, ways }: Proposal, outcome: Outcome): void {
  if (outcome !== 'reverted' && outcome !== 'broken') return;
  const rest =
    outcome === 'reverted'
      ? 'The step was taken back; your text is as before.'
      : 'Other edits have followed, so it was left in place: look at it, and undo it if it is wrong.';
  notify.defect(
    `A defect in Polder: after “${plan.label}” something else flows than the preview said. ${rest}`,
    [plan.label, ...ways.map(formatWay), JSON.stringify(plan, null, 2)].join('\n'),
  );
}
