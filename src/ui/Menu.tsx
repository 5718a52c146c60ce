import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export type MenuItem =
  | {
      readonly type: 'item';
      readonly id: string;
      readonly label: string;
      readonly detail?: string;
      readonly icon?: ReactNode;
      readonly shortcut?: string | null;
      readonly disabled?: boolean;
      /** Shows a check mark: one of several choices. */
      readonly checked?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly type: 'separator'; readonly id: string }
  | { readonly type: 'heading'; readonly id: string; readonly label: string };

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
}

export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8}>
          {items.map((item) => (
            <MenuRow key={item.id} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuAtProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Pixels of the screen. */
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** A menu that is open while it is rendered, at a place of the screen: what the right button opens. */
export function MenuAt({ label, items, x, y, onClose }: MenuAtProps) {
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Trigger className={styles.place} style={{ left: x, top: y }} tabIndex={-1} aria-hidden />
      <Radix.Portal>
        <Radix.Content className={styles.menu} align="start" collisionPadding={8} aria-label={label}>
          {items.map((item) => (
            <MenuRow key={item.id} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function MenuRow({ item }: { item: MenuItem }) {
  if (item.type === 'separator') return <Radix.Separator className={styles.separator} />;
  if (item.type === 'heading') return <Radix.Label className={styles.heading}>{item.label}</Radix.Label>;
  const inside = (
    <>
      <span className={styles.icon}>{item.checked ? <Check size={14} aria-hidden /> : item.icon}</span>
      <span className={styles.label}>
        {item.label}
        {item.detail ? <span className={styles.detail}>{item.detail}</span> : null}
      </span>
      {item.shortcut ? <Kbd>{item.shortcut}</Kbd> : null}
    </>
  );
  if (item.checked !== undefined) {
    return (
      <Radix.CheckboxItem
        className={styles.item}
        checked={item.checked}
        disabled={item.disabled}
        onSelect={item.onSelect}
      >
        {inside}
      </Radix.CheckboxItem>
    );
  }
  return (
    <Radix.Item className={styles.item} disabled={item.disabled} onSelect={item.onSelect}>
      {inside}
    </Radix.Item>
  );
}
