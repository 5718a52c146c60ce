import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FormItemPlace, FormPort, FormText, Placed } from '../../engine/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SourceLink } from '../source/SourceLink.tsx';
import { useForm } from './FormContext.ts';
import { PortInputs, readPort, type PortText } from './PortInputs.tsx';
import { formatPortText } from './portText.ts';
import { useField } from './useField.ts';
import styles from './Form.module.css';

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
