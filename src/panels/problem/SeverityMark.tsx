import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ProblemSeverity } from '../../engine/index.ts';
import styles from './SeverityMark.module.css';

const icons = { error: CircleX, warning: TriangleAlert, info: Info };

/** Icon and word: colour is never the only sign. */
export function SeverityMark({ severity }: { severity: ProblemSeverity }) {
  const Icon = icons[severity];
  return (
    <span className={styles.mark} data-severity={severity}>
      <Icon size={13} aria-hidden /> {severity}
    </span>
  );
}
