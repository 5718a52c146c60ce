import { useState, type ReactNode } from 'react';
import type { Intent, Proposal, WorkspaceSnapshot } from '../../engine/index.ts';
import { closeDialog } from '../../store/actions/dialogActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { applyChosen } from './applyChosen.ts';
import { ProposalsView } from './ProposalsView.tsx';
import { useProposals } from './useProposals.ts';
import styles from './Plan.module.css';

export interface PlanDialogProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly title: string;
  readonly description?: ReactNode;
  /** null: something has still to be chosen; `waiting` says what. */
  readonly intent: Intent | null;
  readonly waiting: string;
  /** The word on the button. */
  readonly action?: string;
  readonly danger?: boolean;
  /** After it was written. */
  readonly onApplied?: (proposal: Proposal) => void;
  /** The fields of the intent. */
  readonly children?: ReactNode;
}

/** An intent, the ways to realise it side by side, and what the chosen one writes and does; nothing is written before Apply. */
export function PlanDialog(props: PlanDialogProps) {
  const {
    snapshot,
    title,
    description,
    intent,
    waiting,
    action = 'Apply',
    danger = false,
    onApplied,
    children,
  } = props;
  const state = useProposals(intent);
  const [chosen, setChosen] = useState<string | null>(null);
  const proposals = state.answer?.ok === true ? state.answer.proposals : [];
  const proposal = proposals.find(({ id }) => id === chosen) ?? proposals[0] ?? null;
  const applicable = intent !== null && !state.busy && proposal !== null;
  const apply = () => {
    if (applicable && applyChosen(proposal, state.revision)) onApplied?.(proposal);
  };
  return (
    <Dialog
      title={title}
      description={description}
      size="xl"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button variant={danger ? 'danger' : 'primary'} disabled={!applicable} onClick={apply}>
            {action}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        {children}
        <ProposalsView
          snapshot={snapshot}
          state={state}
          proposal={proposal}
          onChoose={setChosen}
          waiting={intent === null ? waiting : ''}
        />
        <button type="submit" hidden disabled={!applicable} />
      </form>
    </Dialog>
  );
}
