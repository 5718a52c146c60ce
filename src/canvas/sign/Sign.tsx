import type { CSSProperties } from 'react';
import styles from './Sign.module.css';
import type { SignName } from './signs.tsx';

interface SignProps {
  readonly name: SignName;
  /** In px. */
  readonly width: number;
  readonly height?: number;
  /** What it says, where no word beside it does. */
  readonly label?: string;
}

/** A sign on a card, as the image that `SignSheet` keeps. */
export function Sign({ name, width, height = width, label }: SignProps) {
  const style: CSSProperties = { width, height, backgroundImage: `var(--sign-${name})` };
  return label === undefined ? (
    <span className={styles.sign} style={style} aria-hidden />
  ) : (
    <span className={styles.sign} style={style} role="img" aria-label={label} />
  );
}
