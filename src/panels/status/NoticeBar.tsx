import { useMemo } from 'react';
import { isUnrendered, type KindCount, type WorkspaceSnapshot } from '../../engine/index.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { resolveConflict } from '../../store/actions/workspaceActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { run } from '../command/run.ts';
import { ImportReport } from '../importing/ImportReport.tsx';
import styles from './NoticeBar.module.css';

/** What limits the verdicts on screen, and what needs a decision. Stays as long as it is true. */
export function NoticeBar() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  return (
    <div className={styles.bar} role="region" aria-label="Notices">
      <ConflictNotice />
      <StorageNotice />
      <FailureNotice />
      {snapshot ? <NotEvaluatedNotice snapshot={snapshot} /> : null}
      <ImportReport />
    </div>
  );
}

function ConflictNotice() {
  const conflict = usePolder(({ workspace }) => workspace.conflict);
  if (!conflict) return null;
  return (
    <Notice
      tone="error"
      urgent
      actions={
        <>
          <Button size="s" onClick={() => run(() => resolveConflict('theirs'))}>
            Show the other tab’s
          </Button>
          <Button size="s" onClick={() => run(() => resolveConflict('mine'))}>
            Keep mine
          </Button>
          <Button size="s" onClick={() => run(() => resolveConflict('copy'))}>
            Keep both
          </Button>
        </>
      }
    >
      <strong>Another tab saved this workspace.</strong> Changes made here are not saved until you choose.
    </Notice>
  );
}

function StorageNotice() {
  const saveState = usePolder(({ workspace }) => workspace.saveState);
  if (saveState !== 'unavailable') return null;
  return (
    <Notice tone="warning" urgent>
      <strong>This browser does not keep the workspace</strong> (private window, or storage is full). Export before you
      close the tab.
    </Notice>
  );
}

function FailureNotice() {
  const error = usePolder(({ analysis }) => (analysis.status === 'failed' ? analysis.error : null));
  if (error === null) return null;
  return (
    <Notice tone="error" urgent>
      <strong>The evaluation failed</strong>, the picture shows the text before: {error}
    </Notice>
  );
}

function NotEvaluatedNotice({ snapshot: { notEvaluated, otherKinds } }: { snapshot: WorkspaceSnapshot }) {
  const unrendered = useMemo(() => otherKinds.filter(isUnrendered), [otherKinds]);
  if (notEvaluated.length === 0 && unrendered.length === 0) return null;
  return (
    <Notice tone="warning">
      {notEvaluated.length > 0 && (
        <span>
          <KindLinks kinds={notEvaluated} /> {isOne(notEvaluated) ? 'is' : 'are'} <strong>not evaluated yet</strong>:
          the verdicts here do not know {isOne(notEvaluated) ? 'it' : 'them'}.{' '}
        </span>
      )}
      {unrendered.length > 0 && (
        <span>
          <KindLinks kinds={unrendered} /> {isOne(unrendered) ? 'is' : 'are'} <strong>not rendered</strong>: what{' '}
          {isOne(unrendered) ? 'it makes or changes' : 'they make or change'} is missing here unless it was imported,
          too.
        </span>
      )}
    </Notice>
  );
}

const isOne = (kinds: readonly KindCount[]): boolean => kinds.length === 1 && kinds[0]?.count === 1;

/** Each leads to the first object of its kind. */
const KindLinks = ({ kinds }: { kinds: readonly KindCount[] }) =>
  kinds.map(({ apiVersion, kind, count: number, first }, index) => (
    <span key={`${apiVersion}/${kind}`}>
      {index > 0 ? ', ' : ''}
      <LinkButton title={apiVersion} onClick={() => reveal(first)}>
        {formatCount(number, kind, kind.replace(/y$/, 'ie') + 's')}
      </LinkButton>
    </span>
  ));
