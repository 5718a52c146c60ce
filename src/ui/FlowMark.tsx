import styles from './FlowMark.module.css';

export type FlowMarkKind = 'rule' | 'open' | 'partial' | 'denied';

const words: Readonly<Record<FlowMarkKind, string>> = {
  rule: 'allowed by rule',
  open: 'open by default',
  partial: 'some pods only',
  denied: 'denied',
};

/** The line the canvas draws for a flow, small: solid by rule, dashed open by default, thin and dotted for some pods only. */
export const FlowMark = ({ kind }: { kind: FlowMarkKind }) => (
  <svg
    className={styles.mark}
    data-kind={kind}
    width={22}
    height={10}
    viewBox="0 0 22 10"
    role="img"
    aria-label={words[kind]}
  >
    <path d={kind === 'denied' ? 'M1 5h8M13 5h4' : 'M1 5h18'} />
    {kind === 'denied' ? <path d="M11 1v8" /> : <path className={styles.head} d="m16 1.5 4 3.5-4 3.5" />}
  </svg>
);
