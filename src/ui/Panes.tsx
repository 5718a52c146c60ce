import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { classNames } from './classNames.ts';
import styles from './Panes.module.css';

export interface PanesProps {
  readonly direction: 'horizontal' | 'vertical';
  readonly children: ReactNode;
}

/** Panes side by side with handles between them; keep `PaneHandle` between every two `Pane`s. */
export const Panes = ({ direction, children }: PanesProps) => (
  <Group className={styles.group} orientation={direction}>
    {children}
  </Group>
);

export interface PaneProps {
  readonly id: string;
  /** Pixels to start with; without it the pane takes what is left and grows with the window. */
  readonly size?: number;
  /** Pixels. */
  readonly min: number;
  readonly max?: number;
  readonly className?: string;
  readonly children: ReactNode;
}

export const Pane = ({ id, size, min, max, className, children }: PaneProps) => (
  <Panel
    id={id}
    className={classNames(styles.pane, className)}
    minSize={min}
    {...(size === undefined ? {} : { defaultSize: size, groupResizeBehavior: 'preserve-pixel-size' as const })}
    {...(max === undefined ? {} : { maxSize: max })}
  >
    {children}
  </Panel>
);

/** Dragged, or moved with the arrow keys when focused. */
export const PaneHandle = ({ label }: { label: string }) => <Separator className={styles.handle} aria-label={label} />;
