import type { Proposal } from '../../engine/index.ts';
import { polder } from '../store.ts';
import { applyEdits } from './applyEdits.ts';
import { undo } from './historyActions.ts';
import { confirmProposal } from './queryActions.ts';

/**
 * - confirmed: what flows now is what the proposal said
 * - unconfirmed: newer text came before the engine could compare, or the engine failed
 * - reverted: something else flows, so the step was taken back
 * - broken: something else flows, and other steps have followed, so it was left as it is
 */
export type Outcome = 'confirmed' | 'unconfirmed' | 'reverted' | 'broken';

export interface Application {
  /** False when the text is newer than the plan: nothing was changed. */
  readonly written: boolean;
  readonly outcome: Promise<Outcome>;
}

/**
 * Writes a proposal as one step of the history and has the engine compare what flows now with what the proposal said.
 * `revision`: of the text that it was made on.
 */
export function applyProposal({ id, plan }: Pick<Proposal, 'id' | 'plan'>, revision: number): Application {
  if (!applyEdits(plan, { capture: 'step', revision })) {
    return { written: false, outcome: Promise.resolve('unconfirmed') };
  }
  return { written: true, outcome: confirm(id) };
}

async function confirm(id: string): Promise<Outcome> {
  const step = polder.getState().history.undo.at(-1);
  const holds = await confirmProposal(id).catch(() => null);
  if (holds !== false) return holds === null ? 'unconfirmed' : 'confirmed';
  return polder.getState().history.undo.at(-1) === step && undo() !== null ? 'reverted' : 'broken';
}
