import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { useReturnFocus } from './FocusMemory.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly size?: 's' | 'm' | 'l' | 'xl';
  readonly onClose: () => void;
  /** Buttons at the bottom, main one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Where the work begins: the first field, else the dialog itself, so that reading starts at its title. */
const firstField = 'input:not([aria-hidden=true]), textarea, [role=combobox]';

/** A modal dialog that is open while it is rendered. Only the middle scrolls. */
export function Dialog({ title, description, size = 'm', onClose, footer, children }: DialogProps) {
  const content = useRef<HTMLDivElement>(null);
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          ref={content}
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (content.current?.querySelector<HTMLElement>(firstField) ?? content.current)?.focus();
          }}
          onCloseAutoFocus={returnFocus}
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
