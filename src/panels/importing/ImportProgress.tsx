import { cancelImport } from '../../store/actions/importActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './ImportProgress.module.css';

/** While an import runs: how far it is, and a way to stop it. */
export function ImportProgress() {
  const progress = usePolder((state) => state.import.progress);
  if (progress === null) return null;
  const { done, total, label } = progress;
  return (
    <section className={styles.card} role="status" aria-label="Import">
      <div className={styles.head}>
        <strong>Importing</strong>
        <span className={styles.count}>{total === null ? done || '' : `${done} of ${total}`}</span>
      </div>
      <ProgressBar label="Import" share={total === null || total === 0 ? null : done / total} />
      <div className={styles.foot}>
        <span className={styles.label}>{label}</span>
        <Button size="s" onClick={cancelImport}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
