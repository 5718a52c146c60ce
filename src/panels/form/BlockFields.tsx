import type { KeyboardEvent } from 'react';
import type { FormBlock } from '../../engine/index.ts';
import { TextField } from '../../ui/TextField.tsx';
import { formatListText, readListText } from './listText.ts';
import styles from './Form.module.css';

/** A block while it is typed. */
export interface BlockText {
  readonly cidr: string;
  readonly except: string;
}

export const toBlockText = ({ cidr, except }: FormBlock): BlockText => ({ cidr, except: formatListText(except) });

export const readBlockText = ({ cidr, except }: BlockText): FormBlock => ({
  type: 'addresses',
  cidr: cidr.trim(),
  except: readListText(except),
});

export interface BlockInputsProps {
  readonly label: string;
  readonly text: BlockText;
  readonly error: string | null;
  readonly disabled: boolean;
  readonly onChange: (text: BlockText) => void;
  readonly onEscape?: () => void;
}

/** A block of addresses and what it leaves out. */
export function BlockInputs({ label, text, error, disabled, onChange, onEscape }: BlockInputsProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !onEscape) return;
    event.stopPropagation();
    onEscape();
  };
  return (
    <div className={styles.block}>
      <TextField
        label="CIDR"
        aria-label={`${label}: CIDR`}
        placeholder="10.0.0.0/8"
        value={text.cidr}
        disabled={disabled}
        error={error}
        onChange={(cidr) => onChange({ ...text, cidr })}
        onKeyDown={onKeyDown}
      />
      <TextField
        label="Except"
        aria-label={`${label}: except`}
        placeholder="none"
        value={text.except}
        disabled={disabled}
        onChange={(except) => onChange({ ...text, except })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
