import styles from './FlowMark.module.css';

export type FlowMarkKind = 'rule' | 'open' | 'partial' | 'denied' | 'uncertain' | 'added' | 'removed' | 'in';

const words: Readonly<Record<FlowMarkKind, string>> = {
  rule: 'allowed by rule',
  open: 'open by default',
  partial: 'some pods only',
  denied: 'denied',
  uncertain: 'uncertain',
  added: 'added',
  removed: 'removed',
  in: 'comes in',
};

const signs: Partial<Record<FlowMarkKind, string>> = { uncertain: '?', added: '+', removed: '−' };

/**
 * The line the canvas draws for a flow, small: solid by rule, dashed open by default, dotted for some pods only, dash and dot
 * when uncertain, hollow for what comes into what is focused; with a sign where a dash alone would not tell.
 */
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
    <path d={kind === 'denied' ? 'M1 5h8M13 5h4' : kind === 'in' ? 'M1 3.4h15M1 6.6h15' : 'M1 5h18'} />
    {kind === 'denied' ? <path d="M11 1v8" /> : <path className={styles.head} d="m16 1.5 4 3.5-4 3.5" />}
    {signs[kind] === undefined ? null : (
      <text className={styles.sign} x={8} y={8.2} textAnchor="middle">
        {signs[kind]}
      </text>
    )}
  </svg>
);
