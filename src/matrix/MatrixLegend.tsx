import type { PairVerdict } from '../engine/index.ts';
import { formatCount } from '../ui/formatCount.ts';
import { VerdictSign } from './VerdictSign.tsx';
import styles from './MatrixLegend.module.css';

const entries: readonly (readonly [PairVerdict, string])[] = [
  ['rule', 'allowed by a rule'],
  ['partial', 'some pods only'],
  ['uncertain', 'uncertain'],
  ['open', 'open by default'],
  ['denied', 'denied'],
];

/** The signs of the cells. `omitted`: how many rows the flow table lacks. */
export const MatrixLegend = ({ omitted }: { omitted: number }) => (
  <div className={styles.room}>
    <ul className={styles.legend} aria-label="Legend">
      {entries.map(([verdict, words]) => (
        <li key={verdict} className={styles.entry}>
          <VerdictSign verdict={verdict} /> {words}
        </li>
      ))}
      {omitted === 0 ? null : (
        <li className={styles.entry}>
          <VerdictSign verdict="unlisted" /> not listed: {formatCount(omitted, 'flow')} left out, too many for the table
        </li>
      )}
      <li className={styles.hint}>Cells of namespaces fill up with the share of pairs that flow</li>
    </ul>
  </div>
);
