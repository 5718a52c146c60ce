import { Suspense, lazy, type ReactElement } from 'react';
import { Popover } from '../../ui/Popover.tsx';

const Knowledge = lazy(async () => ({ default: (await import('./Knowledge.tsx')).Knowledge }));

export interface KnowledgePopoverProps {
  readonly trigger: ReactElement;
  readonly align: 'start' | 'end';
  readonly side: 'top' | 'bottom';
}

/** What opens at every place that says how sure the verdicts are; fetched when it is asked for. */
export const KnowledgePopover = (props: KnowledgePopoverProps) => (
  <Popover label="What the verdicts rest on" {...props}>
    <Suspense fallback={null}>
      <Knowledge />
    </Suspense>
  </Popover>
);
