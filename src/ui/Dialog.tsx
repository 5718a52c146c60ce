import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly size?: 's' | 'm' | 'l';
  readonly onClose: () => void;
  /** Buttons at the bottom, main one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A modal dialog that is open while it is rendered. Only the middle scrolls. */
export function Dialog({ title, description, size = 'm', onClose, footer, children }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={classNames(styles.dialog, styles[size])}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {description ? <Radix.Description className={styles.description}>{description}</Radix.Description> : null}
            <Radix.Close asChild>
              <IconButton className={styles.close} label="Close" icon={<X size={16} aria-hidden />} />
            </Radix.Close>
          </header>
          <div className={styles.body}>{children}</div>
          {footer ? <footer className={styles.footer}>{footer}</footer> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
