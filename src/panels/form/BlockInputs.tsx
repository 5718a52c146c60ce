import type { FormBlock } from '../../engine/index.ts';
import { TextField } from '../../ui/TextField.tsx';
import { fieldKeys, type FieldKeys } from './fieldKeys.ts';
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

export interface BlockInputsProps extends FieldKeys {
  readonly label: string;
  readonly text: BlockText;
  readonly error: string | null;
  readonly disabled: boolean;
  readonly onChange: (text: BlockText) => void;
}

/** A block of addresses and what it leaves out. */
export function BlockInputs(props: BlockInputsProps) {
  const { label, text, error, disabled, onChange } = props;
  const onKeyDown = fieldKeys(props);
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
