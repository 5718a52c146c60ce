import { Check, CornerUpLeft, Dot } from 'lucide-react';
import { useMemo } from 'react';
import { restoreHistory } from '../../store/actions/historyActions.ts';
import { usePolder } from '../../store/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree } from '../../ui/Tree.tsx';
import { listHistoryRows, type HistoryRow } from './listHistoryRows.ts';
import styles from './HistoryPanel.module.css';

/** Every step since the workspace was opened, whoever made it; a click goes to the text as it was after that step. */
export function HistoryPanel() {
  const history = usePolder((state) => state.history);
  const rows = useMemo(() => listHistoryRows(history), [history]);
  if (rows.length === 1) {
    return (
      <EmptyState title="No steps yet">What you type, draw or mend is listed here, and can be gone back to.</EmptyState>
    );
  }
  return (
    <Tree
      label="History"
      rows={rows}
      selectedId={rows.find(({ state }) => state === 'current')?.id ?? null}
      renderRow={(row) => <HistoryRowContent row={row} />}
      onActivate={({ position }) => restoreHistory(position)}
    />
  );
}

const icons = { done: Dot, current: Check, undone: CornerUpLeft };
const words = { done: '', current: 'now', undone: 'taken back' };

function HistoryRowContent({ row }: { readonly row: HistoryRow }) {
  const Icon = icons[row.state];
  return (
    <>
      <Icon size={14} aria-hidden className={styles.icon} />
      <span className={row.state === 'undone' ? styles.undone : styles.label} title={row.label}>
        {row.label}
      </span>
      {row.state === 'done' ? null : <span className={styles.state}>{words[row.state]}</span>}
      <span className={styles.files}>{row.files.join(', ')}</span>
      {row.at === null ? null : <time className={styles.time}>{formatTime(row.at)}</time>}
    </>
  );
}

const formatTime = (at: number): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
