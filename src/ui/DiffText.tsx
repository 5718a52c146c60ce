import styles from './DiffText.module.css';

export interface DiffLine {
  readonly type: 'context' | 'added' | 'removed' | 'gap';
  readonly text: string;
  /** In the new text; of removed lines in the old one. null for gaps. */
  readonly line: number | null;
}

const signs = { context: ' ', added: '+', removed: '−', gap: '⋯' };

/** Lines of a file before and after; added and removed have a sign besides the colour. */
export const DiffText = ({ label, lines }: { label: string; lines: readonly DiffLine[] }) => (
  <div className={styles.frame} role="region" aria-label={label} tabIndex={0}>
    <pre className={styles.text}>
      {lines.map((line, index) => (
        <span key={index} className={styles.line} data-type={line.type}>
          <span className={styles.number} aria-hidden>
            {line.line ?? ''}
          </span>
          <span className={styles.sign}>{signs[line.type]}</span>
          {line.text}
          {'\n'}
        </span>
      ))}
    </pre>
  </div>
);
