import { formatPlanWarning, formatRefusal, type WorkspaceSnapshot } from '../../engine/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FlowChanges } from './FlowChanges.tsx';
import { PlanText } from './PlanText.tsx';
import type { PreviewState } from './usePlanPreview.ts';
import styles from './Plan.module.css';

export interface PlanPreviewViewProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly state: PreviewState;
  /** Shown while there is nothing to preview. */
  readonly waiting: string;
}

/** What a plan would write and which flows would change; or why it cannot be made. */
export function PlanPreviewView({ snapshot, state: { preview, busy, failed }, waiting }: PlanPreviewViewProps) {
  return (
    <section
      className={styles.preview}
      aria-label="Preview"
      aria-busy={busy}
      data-busy={busy && preview ? '' : undefined}
    >
      {failed !== null ? (
        <Notice tone="error" boxed urgent>
          The preview failed: {failed}
        </Notice>
      ) : preview === null ? (
        <p className={styles.quiet}>{busy ? 'Working out the change…' : waiting}</p>
      ) : !preview.result.ok ? (
        <Notice tone="warning" boxed urgent>
          {formatRefusal(preview.result)}
        </Notice>
      ) : (
        <>
          {preview.result.plan.warnings?.map((warning) => (
            <Notice key={`${warning.code} ${Object.values(warning.args).join(' ')}`} tone="warning" boxed>
              {formatPlanWarning(warning)}
            </Notice>
          ))}
          <div>
            <h3 className={styles.heading}>
              Flows that change <span className={styles.quiet}>{preview.changes.length}</span>
            </h3>
            {preview.changes.length === 0 ? (
              <p className={styles.quiet}>None: the text changes, who reaches whom does not.</p>
            ) : (
              <FlowChanges snapshot={snapshot} changes={preview.changes} />
            )}
          </div>
          <div>
            <h3 className={styles.heading}>What is written</h3>
            <PlanText plan={preview.result.plan} />
          </div>
        </>
      )}
    </section>
  );
}
