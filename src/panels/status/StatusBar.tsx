import { CircleX, Info, Lock, TriangleAlert } from 'lucide-react';
import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { setDockTab } from '../../store/actions/viewActions.ts';
import type { WorkspaceSlice } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { UncertainFlows } from '../knowledge/UncertainFlows.tsx';
import { VerdictBasis } from '../knowledge/VerdictBasis.tsx';
import { useProblemsAndHints } from '../problem/useProblemsAndHints.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './StatusBar.module.css';

const saveWords: Readonly<Record<WorkspaceSlice['saveState'], string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  unsaved: 'Not saved yet',
  unavailable: 'Not saved',
};

/** Figures of the workspace, problems, and where the data is. */
export function StatusBar() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const saveState = usePolder(({ workspace }) => workspace.saveState);
  return (
    <footer className={styles.bar} aria-label="Status">
      {snapshot ? <Counts snapshot={snapshot} /> : null}
      {snapshot ? <UncertainFlows snapshot={snapshot} /> : null}
      <EvaluationTime />
      <ProblemCounts />
      {snapshot ? <OtherKinds snapshot={snapshot} /> : null}
      <span className={styles.space} />
      <VerdictBasis className={styles.profile} align="end" side="top" isShort />
      <span data-state={saveState} className={styles.save}>
        {saveWords[saveState]}
      </span>
      <span className={styles.item}>
        <Lock size={12} aria-hidden /> <span className={styles.privacy}>Data stays in this browser</span>
      </span>
    </footer>
  );
}

function Counts({ snapshot }: { snapshot: WorkspaceSnapshot }) {
  return (
    <span className={styles.counts}>
      <span>{formatCount(snapshot.namespaces.length, 'namespace')}</span>
      <span>{formatCount(snapshot.workloads.length, snapshot.supposed ? 'supposed pod' : 'workload')}</span>
      <span>{formatCount(snapshot.policies.length, 'policy', 'policies')}</span>
      <span>{formatCount(snapshot.flows.length, 'flow')}</span>
    </span>
  );
}

function EvaluationTime() {
  const status = usePolder(({ analysis }) => analysis.status);
  const milliseconds = usePolder(({ analysis }) => analysis.milliseconds);
  if (status === 'running') return <span className={styles.item}>Evaluating…</span>;
  if (milliseconds === null) return null;
  return (
    <span className={styles.time} title="From the change of the text to the verdicts">
      {milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms
    </span>
  );
}

function ProblemCounts() {
  const problems = useProblemsAndHints();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const infos = problems.length - errors - warnings;
  return (
    <button type="button" className={styles.button} onClick={() => setDockTab('problems')}>
      <VisuallyHidden>Problems: </VisuallyHidden>
      <CircleX size={13} aria-hidden data-tone={errors > 0 ? 'error' : undefined} /> {errors}
      <VisuallyHidden>{errors === 1 ? 'error' : 'errors'}, </VisuallyHidden>
      <TriangleAlert size={13} aria-hidden data-tone={warnings > 0 ? 'warning' : undefined} /> {warnings}
      <VisuallyHidden>
        {warnings === 1 ? 'warning' : 'warnings'}
        {infos > 0 ? ', ' : ''}
      </VisuallyHidden>
      <Info size={13} aria-hidden /> <span aria-hidden={infos === 0}>{infos}</span>
      {infos > 0 && <VisuallyHidden>{infos === 1 ? 'note' : 'notes'}</VisuallyHidden>}
    </button>
  );
}

function OtherKinds({ snapshot: { otherKinds } }: { snapshot: WorkspaceSnapshot }) {
  const total = otherKinds.reduce((sum, kind) => sum + kind.count, 0);
  if (total === 0) return null;
  return (
    <Popover
      label="Not part of the evaluation"
      side="top"
      trigger={
        <button type="button" className={styles.button}>
          Not part of the evaluation: {formatCount(total, 'object')}
        </button>
      }
    >
      <p className={styles.about}>
        These kinds have no say in who reaches whom by themselves. Their text is kept as it is.
      </p>
      <ul className={styles.kinds}>
        {otherKinds
          .toSorted((a, b) => b.count - a.count || a.kind.localeCompare(b.kind))
          .map(({ apiVersion, kind, count: number, first }) => (
            <li key={`${apiVersion}/${kind}`}>
              <LinkButton onClick={() => reveal(first)}>{kind}</LinkButton>
              <span className={styles.version}>{apiVersion}</span>
              <span className={styles.number}>{number}</span>
            </li>
          ))}
      </ul>
    </Popover>
  );
}
