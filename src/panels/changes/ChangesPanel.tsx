import { FileDiff, GitCompareArrows } from 'lucide-react';
import { compareWithImport } from '../../store/actions/changesActions.ts';
import { hasChanges } from '../../store/selectors.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Pane, PaneHandle, Panes } from '../../ui/Panes.tsx';
import { run } from '../command/run.ts';
import { FlowChangesView } from './FlowChangesView.tsx';
import { TextChanges } from './TextChanges.tsx';
import { useChanges } from './useChanges.ts';
import styles from './ChangesPanel.module.css';

/** The workspace now against how it was imported: its text on one side, its flows on the other. */
export function ChangesPanel() {
  const isChanged = usePolder(hasChanges);
  const { view, isBusy, status, error } = useChanges();
  if (!isChanged) {
    return (
      <EmptyState icon={<FileDiff size={20} aria-hidden />} title="Nothing has changed since the import">
        Edit a file, or draw or remove a flow: the lines and the flows that change with it are shown here.
      </EmptyState>
    );
  }
  return (
    <Panes direction="horizontal">
      <Pane id="text-changes" size={window.innerWidth < 1280 ? 190 : 340} min={120}>
        <TextChanges />
      </Pane>
      <PaneHandle label="Width of the text changes" />
      <Pane id="flow-changes" min={240}>
        <section className={styles.flows} aria-label="Flow changes" aria-busy={isBusy}>
          {status === 'failed' ? (
            <div className={styles.notice}>
              <Notice
                tone="error"
                boxed
                urgent
                actions={
                  <Button size="s" onClick={() => run(compareWithImport)}>
                    Try again
                  </Button>
                }
              >
                The comparison failed: {error}
              </Notice>
            </div>
          ) : view === null ? (
            <EmptyState icon={<GitCompareArrows size={20} aria-hidden />} title="Comparing with the import…" />
          ) : (
            <FlowChangesView view={view} isBusy={isBusy} />
          )}
        </section>
      </Pane>
    </Panes>
  );
}
