import { formatPlanWarning, formatRefusal, type Proposal, type WorkspaceSnapshot } from '../../engine/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { EffectView } from './EffectView.tsx';
import { PlanText } from './PlanText.tsx';
import { ProposalChoice } from './ProposalChoice.tsx';
import type { ProposalsState } from './useProposals.ts';
import styles from './Plan.module.css';

export interface ProposalsViewProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly state: ProposalsState;
  /** The chosen one. */
  readonly proposal: Proposal | null;
  readonly onChoose: (id: string) => void;
  /** Shown while there is nothing to preview. */
  readonly waiting: string;
}

/** The alternatives, and what the chosen one would write and change; or why there is none. */
export function ProposalsView({ snapshot, state, proposal, onChoose, waiting }: ProposalsViewProps) {
  const { answer, busy, failed } = state;
  const proposals = answer?.ok === true ? answer.proposals : [];
  return (
    <section
      className={styles.preview}
      aria-label="Preview"
      aria-busy={busy}
      data-busy={busy && answer ? '' : undefined}
      data-alternatives={proposals.length > 1 && !waiting ? '' : undefined}
    >
      {failed !== null ? (
        <Notice tone="error" boxed urgent>
          The preview failed: {failed}
        </Notice>
      ) : answer === null || waiting ? (
        <p className={styles.quiet}>{waiting || (busy ? 'Working out the change…' : '')}</p>
      ) : !answer.ok ? (
        <Notice tone="warning" boxed urgent>
          {formatRefusal(answer)}
        </Notice>
      ) : proposal === null ? null : (
        <>
          {proposals.length > 1 ? (
            <ProposalChoice proposals={proposals} value={proposal.id} onChange={onChoose} />
          ) : null}
          <div className={styles.chosen}>
            {proposal.plan.warnings?.map((warning) => (
              <Notice key={`${warning.code} ${Object.values(warning.args).join(' ')}`} tone="warning" boxed>
                {formatPlanWarning(warning)}
              </Notice>
            ))}
            <EffectView snapshot={snapshot} effect={proposal.effect} />
            <div>
              <h3 className={styles.heading}>What is written</h3>
              <PlanText plan={proposal.plan} />
            </div>
          </div>
        </>
      )}
    </section>
  );
}
