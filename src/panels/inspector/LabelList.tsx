import type { LabelSet } from '../../engine/index.ts';
import styles from './Details.module.css';

export function LabelList({ labels }: { labels: LabelSet }) {
  const entries = Object.entries(labels);
  if (entries.length === 0) return <span className={styles.quiet}>none</span>;
  return (
    <ul className={styles.labels}>
      {entries.map(([key, value]) => (
        <li key={key}>
          {key}={value}
        </li>
      ))}
    </ul>
  );
}
