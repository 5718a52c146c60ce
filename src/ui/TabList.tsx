import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Count } from './Count.tsx';
import styles from './TabList.module.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | null;
  readonly tone?: 'plain' | 'error' | 'warning';
  readonly content: ReactNode;
  /** Stays in the page while another tab is active: for what is costly to build again. */
  readonly keep?: boolean;
}

export interface TabListProps<Id extends string> {
  /** Name of the tab list. */
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly active: Id;
  readonly onChange: (id: Id) => void;
  /** At the end of the row of tabs. */
  readonly actions?: ReactNode;
}

/** A row of tabs with the active one's content below, filling the space. */
export function TabList<Id extends string>({ label, tabs, active, onChange, actions }: TabListProps<Id>) {
  return (
    <Radix.Root className={styles.root} value={active} onValueChange={(id) => onChange(id as Id)}>
      <div className={styles.bar}>
        <Radix.List className={styles.list} aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.id} className={styles.tab} value={tab.id}>
              {tab.label}
              {tab.count ? <Count value={tab.count} tone={tab.tone ?? 'plain'} /> : null}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.id}
          className={styles.content}
          value={tab.id}
          tabIndex={-1}
          forceMount={tab.keep ? true : undefined}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
