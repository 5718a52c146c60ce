import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './classNames.ts';
import { Tooltip } from './Tooltip.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Name for assistive technology and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shown in the tooltip, already formatted. */
  readonly shortcut?: string | null;
  readonly size?: 's' | 'm';
  /** Draws it as switched on; sets aria-pressed. */
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, shortcut, size = 'm', pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut ?? null}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(styles.button, styles[size], className)}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
