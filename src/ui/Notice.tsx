import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import styles from './Notice.module.css';

export type NoticeTone = 'error' | 'warning' | 'info';

const icons = { error: CircleX, warning: TriangleAlert, info: Info };

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Announced at once by assistive technology. */
  readonly urgent?: boolean;
  /** Frame of its own, for use inside a dialog or panel. */
  readonly boxed?: boolean;
}

export function Notice({ tone, children, actions, urgent, boxed }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={classNames(styles.notice, styles[tone], boxed && styles.boxed)} role={urgent ? 'alert' : undefined}>
      <Icon className={styles.icon} size={15} aria-hidden />
      <div className={styles.text}>{children}</div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
