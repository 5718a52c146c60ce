import { CircleHelp } from 'lucide-react';
import type { PairVerdict } from '../../engine/index.ts';
import { FlowMark } from '../../ui/FlowMark.tsx';
import styles from './FlowsPanel.module.css';

/** The line that the graph draws for it; a question mark for what cannot be known. Its word stands beside it. */
export function VerdictMark({ verdict }: { verdict: PairVerdict }) {
  if (verdict === 'none' || verdict === 'unlisted') return null;
  if (verdict === 'uncertain') return <CircleHelp className={styles.uncertain} size={13} aria-hidden />;
  return (
    <span className={styles.mark} aria-hidden>
      <FlowMark kind={verdict} />
    </span>
  );
}
