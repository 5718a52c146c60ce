import type { PairVerdict } from '../engine/index.ts';
import styles from './VerdictSign.module.css';

/** The sign of a cell, small, as the canvas draws it. Its word stands beside it. */
export const VerdictSign = ({ verdict }: { verdict: PairVerdict }) => (
  <svg className={styles.sign} data-verdict={verdict} width={12} height={12} viewBox="0 0 12 12" aria-hidden>
    {shapes[verdict]}
  </svg>
);

const shapes: Readonly<Record<PairVerdict, React.ReactNode>> = {
  rule: (
    <>
      <rect className={styles.full} x={0.5} y={0.5} width={11} height={11} rx={2} />
      <path className={styles.check} d="m3 6.3 2 2 4-4.6" />
    </>
  ),
  partial: (
    <>
      <rect className={styles.soft} x={0.5} y={0.5} width={11} height={11} />
      <path className={styles.full} d="M.5.5v11h11z" />
    </>
  ),
  uncertain: (
    <>
      <rect className={styles.soft} x={0.5} y={0.5} width={11} height={11} />
      <text className={styles.question} x={6} y={9.4} textAnchor="middle">
        ?
      </text>
    </>
  ),
  open: (
    <>
      <rect className={styles.ground} width={12} height={12} />
      <path className={styles.hatch} d="M0 4 4 0M0 8 8 0M0 12 12 0M4 12l8-8M8 12l4-4" />
    </>
  ),
  unlisted: <path className={styles.none} d="M2 6h1.5M5.3 6h1.5M8.6 6h1.5" />,
  denied: <path className={styles.dash} d="M4 6h4" />,
  none: <path className={styles.none} d="m1 1 10 10" />,
};
