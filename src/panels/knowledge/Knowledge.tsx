import { useMemo } from 'react';
import { setFilter } from '../../store/actions/canvasActions.ts';
import { setDockTab } from '../../store/actions/viewActions.ts';
import { setAssumeComplete } from '../../store/actions/workspaceActions.ts';
import { countUncertain } from '../../store/selectors.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import styles from './Knowledge.module.css';

/** What makes flows uncertain, how many are, and the switch of the workspace that takes what is not said as absent. */
export function Knowledge() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const assumeComplete = usePolder(({ workspace }) => workspace.assumeComplete);
  const count = useMemo(() => (snapshot === null ? 0 : countUncertain(snapshot)), [snapshot]);
  return (
    <div className={styles.knowledge}>
      <p>
        Where the manifests do not say enough, a flow is <strong>uncertain</strong>: neither allowed nor denied. They
        often lack
      </p>
      <ul className={styles.reasons}>
        <li>the labels of a namespace, without a Namespace object;</li>
        <li>the addresses of pods, where only their template is there;</li>
        <li>labels that a controller adds to its pods;</li>
        <li>how a plugin treats pods on the host network.</li>
      </ul>
      {assumeComplete ? null : <UncertainNow count={count} />}
      <Checkbox
        label="Assume the import is complete"
        detail="What it does not say counts as absent, and nothing is uncertain. Flows that exist may be missing then."
        checked={assumeComplete}
        onChange={setAssumeComplete}
      />
    </div>
  );
}

function UncertainNow({ count }: { count: number }) {
  if (count === 0) return <p className={styles.quiet}>No flow of this workspace is uncertain.</p>;
  return (
    <div className={styles.actions}>
      <span>
        {formatCount(count, 'flow')} {count === 1 ? 'is' : 'are'} uncertain, in whole or in part.
      </span>
      <Button size="s" onClick={() => setFilter({ verdicts: ['uncertain'] })}>
        Show on the map
      </Button>
      <Button size="s" variant="quiet" onClick={() => setDockTab('problems')}>
        Show problems
      </Button>
    </div>
  );
}
