import { Progress as Radix } from 'radix-ui';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1; null when it is not known how much there is. */
  readonly share: number | null;
}

export const ProgressBar = ({ label, share }: ProgressBarProps) => (
  <Radix.Root className={styles.track} aria-label={label} value={share === null ? null : Math.round(share * 100)}>
    <Radix.Indicator
      className={styles.bar}
      style={share === null ? undefined : { transform: `translateX(-${100 - Math.min(100, share * 100)}%)` }}
    />
  </Radix.Root>
);
