import type { EndReason, WorkspaceSnapshot } from '../../engine/index.ts';
import { closeDialog } from '../../store/actions/dialogActions.ts';
import { previewRemove } from '../../store/actions/queryActions.ts';
import { select } from '../../store/actions/selectionActions.ts';
import type { NodeId } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { formatAdmittingRule } from '../explain/formatRule.ts';
import { useExplanation } from '../explain/useExplanation.ts';
import { findEndpoint, formatEndpoint, nameOf } from '../node/Endpoint.ts';
import { applyPreview } from './applyPreview.ts';
import { PlanPreviewView } from './PlanPreviewView.tsx';
import { usePlanPreview } from './usePlanPreview.ts';
import { lineAt } from '../source/lineAt.ts';
import styles from './Plan.module.css';

export interface RemoveFlowDialogProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly from: NodeId;
  readonly to: NodeId;
}

/** Removes a flow: the rules that allow it, the text as it will be, and every flow that goes with it. */
export function RemoveFlowDialog({ snapshot, from, to }: RemoveFlowDialogProps) {
  const explanation = useExplanation({ from, to, port: null });
  const state = usePlanPreview(`${from} ${to}`, () => previewRemove(from, to));
  const others = state.preview?.changes.filter((change) => change.from !== from || change.to !== to).length ?? 0;
  const applicable = !state.busy && state.preview?.result.ok === true;
  const pair = `${formatEndpoint(findEndpoint(snapshot, from))} → ${formatEndpoint(findEndpoint(snapshot, to))}`;
  return (
    <Dialog
      title="Remove a flow"
      description={pair}
      size="l"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button
            variant="danger"
            disabled={!applicable}
            onClick={() => {
              if (applyPreview(state)) select(null);
            }}
          >
            Remove
          </Button>
        </>
      }
    >
      {explanation ? (
        <>
          <h3 className={styles.heading}>Rules that allow it</h3>
          <ul className={styles.rules}>
            <EndRules end={explanation.egress} />
            <EndRules end={explanation.ingress} />
          </ul>
        </>
      ) : null}
      {others > 0 ? (
        <Notice tone="warning" boxed>
          {others === 1 ? 'Another flow changes' : `${others} other flows change`} with it: see the list.
        </Notice>
      ) : null}
      <PlanPreviewView snapshot={snapshot} state={state} waiting="" />
    </Dialog>
  );
}

function EndRules({ end }: { end: EndReason }) {
  const files = usePolder(({ workspace }) => workspace.files);
  if (end.admitting.length === 0) {
    return (
      <li className={styles.quiet}>
        {end.direction === 'egress' ? 'Egress' : 'Ingress'}:{' '}
        {end.state === 'open' ? 'open, no policy selects this end' : 'no rule'}
      </li>
    );
  }
  return end.admitting.map((admitting, index) => {
    const { rule } = admitting;
    const line = lineAt(files.find(({ path }) => path === rule.file)?.text ?? '', rule.range.start);
    return (
      <li key={index}>
        <strong>{nameOf(rule.policy)}</strong>
        <span className={styles.quiet}>
          {formatAdmittingRule(admitting, end.direction)} · {rule.file}:{line}
        </span>
      </li>
    );
  });
}
