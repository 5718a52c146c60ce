import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { Count } from './Count.tsx';
import styles from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly startsClosed?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a side panel that can be folded. */
export function Section({ title, count, startsClosed = false, children }: SectionProps) {
  const [open, setOpen] = useState(!startsClosed);
  return (
    <Collapsible.Root className={styles.section} open={open} onOpenChange={setOpen} asChild>
      <section>
        <h3 className={styles.heading}>
          <Collapsible.Trigger className={styles.trigger}>
            <ChevronRight className={styles.chevron} size={14} aria-hidden />
            {title}
            {count === undefined ? null : <Count value={count} />}
          </Collapsible.Trigger>
        </h3>
        <Collapsible.Content className={styles.content}>{children}</Collapsible.Content>
      </section>
    </Collapsible.Root>
  );
}
