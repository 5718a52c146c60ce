import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef, useState, type ReactNode } from 'react';
import { findMatches } from './rankMatch.ts';
import { useReturnFocus } from './FocusMemory.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './CommandMenu.module.css';

export interface CommandMenuItem {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | null;
  readonly run: () => void;
}

export interface CommandMenuProps {
  readonly label: string;
  readonly placeholder: string;
  readonly items: readonly CommandMenuItem[];
  /** Called before the chosen item runs, so that it may open a dialog of its own. */
  readonly onClose: () => void;
}

const shownAtMost = 60;

const toText = ({ label, detail, group }: CommandMenuItem) => ({ label, rest: `${detail ?? ''} ${group}` });

/** Everything that can be done or gone to, found by typing. */
export function CommandMenu({ label, placeholder, items, onClose }: CommandMenuProps) {
  const returnFocus = useReturnFocus();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const shown = findMatches(query, items, toText).slice(0, shownAtMost);
  const groups = [...new Set(shown.map((item) => item.group))];
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content className={styles.menu} aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
          <Dialog.Title className={styles.title}>{label}</Dialog.Title>
          <Command label={label} shouldFilter={false} loop value={active} onValueChange={setActive}>
            <div className={styles.search}>
              <Search size={16} aria-hidden />
              <Command.Input
                className={styles.input}
                placeholder={placeholder}
                aria-label={placeholder}
                value={query}
                onValueChange={(next) => {
                  setQuery(next);
                  setActive(findMatches(next, items, toText)[0]?.id ?? '');
                  list.current?.scrollTo({ top: 0 });
                }}
              />
            </div>
            <Command.List ref={list} className={styles.list}>
              {shown.length === 0 ? <p className={styles.none}>Nothing matches “{query}”.</p> : null}
              {groups.map((group) => (
                <Command.Group key={group} heading={group} value={`group ${group}`}>
                  {shown
                    .filter((item) => item.group === group)
                    .map((item) => (
                      <Command.Item
                        key={item.id}
                        className={styles.item}
                        value={item.id}
                        onSelect={() => {
                          onClose();
                          item.run();
                        }}
                      >
                        <span className={styles.icon}>{item.icon}</span>
                        <span className={styles.name}>{item.label}</span>
                        {item.detail ? <span className={styles.detail}>{item.detail}</span> : null}
                        {item.shortcut ? <Kbd>{item.shortcut}</Kbd> : null}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
