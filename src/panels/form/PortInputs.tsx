import type { ReactNode } from 'react';
import type { FormPort } from '../../engine/index.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FieldError } from './FieldError.tsx';
import { fieldKeys, type FieldKeys } from './fieldKeys.ts';
import { readPortText } from './portText.ts';
import styles from './Form.module.css';

/** A port while it is typed. */
export interface PortText {
  readonly protocol: string;
  readonly port: string;
}

export const noPort: PortText = { protocol: 'TCP', port: '' };

export const readPort = ({ protocol, port }: PortText): FormPort => ({ type: 'port', protocol, ...readPortText(port) });

const protocols = ['TCP', 'UDP', 'SCTP'];

export interface PortInputsProps extends FieldKeys {
  readonly label: string;
  readonly text: PortText;
  readonly error: string | null;
  readonly disabled: boolean;
  readonly onChange: (text: PortText) => void;
  readonly children?: ReactNode;
}

/** A protocol, and a number, a range, a name or every port of it. */
export function PortInputs(props: PortInputsProps) {
  const { label, text, error, disabled, onChange, children } = props;
  const onKeyDown = fieldKeys(props);
  const known = protocols.includes(text.protocol) ? protocols : [...protocols, text.protocol];
  return (
    <>
      <div className={styles.port}>
        <Select
          label={`${label}: protocol`}
          disabled={disabled}
          value={text.protocol}
          options={known.map((value) => ({ value, label: value }))}
          onChange={(protocol) => onChange({ ...text, protocol })}
        />
        <TextField
          label={`${label}: port of the container, range or name`}
          labelHidden
          className={styles.value}
          placeholder="every port"
          value={text.port}
          disabled={disabled}
          onChange={(port) => onChange({ ...text, port })}
          onKeyDown={onKeyDown}
        />
        {children}
      </div>
      <FieldError>{error}</FieldError>
    </>
  );
}
