import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { FormItemPlace, FormPort, FormText, Placed } from '../../engine/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SourceLink } from '../source/SourceLink.tsx';
import { useForm } from './FormContext.ts';
import { formatPortText, readPortText } from './portText.ts';
import { useField } from './useField.ts';
import styles from './Form.module.css';

/** A port while it is typed. */
export interface PortText {
  readonly protocol: string;
  readonly port: string;
}

export const noPort: PortText = { protocol: 'TCP', port: '' };

export const readPort = ({ protocol, port }: PortText): FormPort => ({ type: 'port', protocol, ...readPortText(port) });

const protocols = ['TCP', 'UDP', 'SCTP'];

export interface PortInputsProps {
  readonly label: string;
  readonly text: PortText;
  readonly error: string | null;
  readonly disabled: boolean;
  readonly onChange: (text: PortText) => void;
  readonly onEnter?: () => void;
  readonly onEscape?: () => void;
  readonly children?: ReactNode;
}

/** A protocol, and a number, a range, a name or every port of it. */
export function PortInputs(props: PortInputsProps) {
  const { label, text, error, disabled, onChange, onEnter, onEscape, children } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onEnter?.();
    if (event.key !== 'Escape' || !onEscape) return;
    event.stopPropagation();
    onEscape();
  };
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
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}

export interface PortFieldsProps {
  readonly place: FormItemPlace;
  readonly port: Placed<FormPort | FormText>;
  readonly isOnly: boolean;
}

const isSame = (a: PortText, b: PortText): boolean => JSON.stringify(readPort(a)) === JSON.stringify(readPort(b));

/** One item of `ports`. */
export function PortFields({ place, port, isOnly }: PortFieldsProps) {
  const { disabled, edit } = useForm();
  const name = `${place.direction} ${place.rule} port ${place.item}`;
  const remove = (
    <IconButton
      size="s"
      label={
        isOnly
          ? 'The only port: without it the rule is for every port. Allow every port if that is meant.'
          : `Remove port ${place.item + 1}`
      }
      icon={<X size={14} aria-hidden />}
      disabled={disabled || isOnly}
      onClick={() => void edit(name, { type: 'removePort', ...place })}
    />
  );
  if (port.type === 'text') {
    return (
      <li className={styles.itemHead}>
        <span className={styles.quiet}>As written; edit the text</span>
        <SourceLink at={port.at} short />
        {remove}
      </li>
    );
  }
  return (
    <WrittenPort name={name} place={place} port={port}>
      {remove}
    </WrittenPort>
  );
}

interface WrittenPortProps {
  readonly name: string;
  readonly place: FormItemPlace;
  readonly port: FormPort;
  readonly children: ReactNode;
}

function WrittenPort({ name, place, port, children }: WrittenPortProps) {
  const { disabled, edit } = useForm();
  const written: PortText = { protocol: port.protocol ?? 'TCP', port: formatPortText(port) };
  const field = useField(written, (text) => edit(name, { type: 'setPort', ...place, port: readPort(text) }), isSame);
  return (
    <li onFocus={field.onFocus} onBlur={field.onBlur}>
      <PortInputs
        label={`Port ${place.item + 1}`}
        text={field.value}
        error={field.error}
        disabled={disabled}
        onChange={field.change}
        onEscape={field.reset}
      >
        {children}
      </PortInputs>
    </li>
  );
}
