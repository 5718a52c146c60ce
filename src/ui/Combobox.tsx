import { Command } from 'cmdk';
import { ChevronsUpDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState, type ReactNode } from 'react';
import { findMatches } from './rankMatch.ts';
import styles from './Combobox.module.css';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Quiet words after the label: kind, namespace. Searched too. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly group?: string;
}

export interface ComboboxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly ComboboxOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly startsOpen?: boolean;
  /** An option that what is typed makes possible, beside those that it finds. */
  readonly offer?: (query: string) => ComboboxOption | null;
}

/** More are reached by typing. */
const shownAtMost = 200;

const toText = ({ label, detail, group }: ComboboxOption) => ({ label, rest: `${detail ?? ''} ${group ?? ''}` });

/** A choice among many, found by typing. */
export function Combobox({ label, placeholder, options, value, onChange, startsOpen = false, offer }: ComboboxProps) {
  const id = useId();
  const [open, setOpen] = useState(startsOpen);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState('');
  const chosen = options.find((option) => option.value === value);
  const find = (text: string): readonly ComboboxOption[] => {
    const offered = offer?.(text) ?? null;
    const matches = findMatches(text, options, toText);
    return offered ? [offered, ...matches.filter((match) => match.value !== offered.value)] : matches;
  };
  const found = find(query);
  const shown = found.slice(0, shownAtMost);
  const groups = [...new Set(shown.map((option) => option.group ?? ''))];
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <Popover.Root
        modal
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          setQuery('');
        }}
      >
        <Popover.Trigger asChild>
          <button
            type="button"
            role="combobox"
            className={styles.trigger}
            aria-labelledby={`${id} ${id}-value`}
            aria-expanded={open}
            aria-controls={`${id}-list`}
          >
            <span id={`${id}-value`} className={styles.value}>
              {chosen ? (
                <>
                  {chosen.icon}
                  <span className={styles.name}>{chosen.label}</span>
                  <span className={styles.detail}>{[chosen.detail, chosen.group].filter(Boolean).join(' · ')}</span>
                </>
              ) : (
                <span className={styles.placeholder}>{placeholder}</span>
              )}
            </span>
            <ChevronsUpDown size={14} aria-hidden />
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className={styles.list} align="start" sideOffset={4} collisionPadding={8}>
            <Command label={`${label}: search`} shouldFilter={false} loop value={active} onValueChange={setActive}>
              <Command.Input
                className={styles.input}
                placeholder="Type to search"
                aria-label={`${label}: search`}
                value={query}
                onValueChange={(next) => {
                  setQuery(next);
                  setActive(find(next)[0]?.value ?? '');
                }}
              />
              <Command.List id={`${id}-list`} className={styles.options}>
                {shown.length === 0 ? <p className={styles.none}>Nothing matches.</p> : null}
                {groups.map((group) => (
                  <Command.Group key={group} heading={group || undefined} value={`group ${group}`}>
                    {shown
                      .filter((option) => (option.group ?? '') === group)
                      .map((option) => (
                        <Command.Item
                          key={option.value}
                          className={styles.option}
                          value={option.value}
                          onSelect={() => {
                            onChange(option.value);
                            setOpen(false);
                            setQuery('');
                          }}
                        >
                          {option.icon}
                          <span className={styles.name}>{option.label}</span>
                          {option.detail ? <span className={styles.detail}>{option.detail}</span> : null}
                        </Command.Item>
                      ))}
                  </Command.Group>
                ))}
                {found.length > shown.length ? (
                  <p className={styles.none}>{found.length - shown.length} more: type to narrow down.</p>
                ) : null}
              </Command.List>
            </Command>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
