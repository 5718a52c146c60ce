import { copyWords } from '../../store/actions/exportActions.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { notify } from '../../ui/notify.tsx';
import type { TakenFlows } from './formatFlowTable.ts';
import type { FlowItems } from './listFlowItems.ts';
import { takeFlows } from './takeFlows.ts';

/** Puts the list on the clipboard, as far as it fits, and says how far that was. */
export async function copyFlows(list: FlowItems, format: (taken: TakenFlows) => string): Promise<void> {
  const taken = await takeFlows(list);
  if (!(await copyWords(format(taken)))) {
    notify.failed('The browser did not allow copying.');
    return;
  }
  const what = formatCount(taken.items.length, 'flow');
  notify.done(
    taken.leftOut > 0
      ? `Copied the first ${what}, without reasons; ${formatCount(taken.leftOut, 'more', 'more')} did not fit.`
      : `Copied ${what}${taken.reasons === null ? ', without reasons: there are too many' : ''}.`,
  );
}
