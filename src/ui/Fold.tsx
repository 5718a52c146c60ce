import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './Fold.module.css';

export interface FoldProps {
  /** What it is, for assistive technology; read before the head. */
  readonly label: string;
  /** What it says while it is closed, too. */
  readonly head: ReactNode;
  /** Beside the head, outside of the button that folds. */
  readonly actions?: ReactNode;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A framed thing in one line that opens into its parts. */
export function Fold({ label, head, actions, startsOpen = false, children }: FoldProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <Collapsible.Root className={styles.fold} open={open} onOpenChange={setOpen}>
      <div className={styles.head}>
        <Collapsible.Trigger className={styles.trigger}>
          <ChevronRight className={styles.chevron} size={14} aria-hidden />
          <span className={styles.words}>
            <VisuallyHidden>{label}: </VisuallyHidden>
            {head}
          </span>
        </Collapsible.Trigger>
        {actions}
      </div>
      <Collapsible.Content className={styles.body}>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
