import { classNames } from './classNames.ts';
import styles from './Count.module.css';

export interface CountProps {
  readonly value: number;
  readonly tone?: 'plain' | 'error' | 'warning';
}

const numbers = new Intl.NumberFormat('en');

export const Count = ({ value, tone = 'plain' }: CountProps) => (
  <span className={classNames(styles.count, styles[tone])}>{numbers.format(value)}</span>
);
