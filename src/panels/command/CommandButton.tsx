import type { ReactNode } from 'react';
import type { Command } from '../../commands/Command.ts';
import { usePolder } from '../../store/store.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { shortcutText } from './platform.ts';

/** A button that runs a command and is disabled when the command is. */
export function CommandButton({ command, children, ...rest }: { command: Command; children: ReactNode } & ButtonProps) {
  const available = usePolder(command.isAvailable);
  return (
    <Button {...rest} disabled={!available} onClick={() => void command.run()}>
      {children}
    </Button>
  );
}

export interface CommandIconProps {
  readonly command: Command;
  readonly icon: ReactNode;
  /** Instead of the command's own name. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly size?: 's' | 'm';
}

export function CommandIcon({ command, icon, label, pressed, size }: CommandIconProps) {
  const available = usePolder(command.isAvailable);
  return (
    <IconButton
      label={label ?? command.label}
      shortcut={shortcutText(command.shortcut)}
      icon={icon}
      disabled={!available}
      onClick={() => void command.run()}
      {...(pressed === undefined ? {} : { pressed })}
      {...(size === undefined ? {} : { size })}
    />
  );
}
