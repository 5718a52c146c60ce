import type { ReactNode } from 'react';
import { KindIcon } from '../../ui/KindIcon.tsx';
import styles from './Details.module.css';

export interface DetailsHeaderProps {
  /** For the icon. */
  readonly kind: string;
  /** What it is: `Deployment in shop`. */
  readonly what: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

export const DetailsHeader = ({ kind, what, title, children }: DetailsHeaderProps) => (
  <header className={styles.header}>
    <p className={styles.kind}>
      <KindIcon kind={kind} />
      <span>{what}</span>
    </p>
    <h2 className={styles.title}>{title}</h2>
    {children ? <div className={styles.actions}>{children}</div> : null}
  </header>
);
