import { useState } from 'react';
import type { FormPort } from '../../engine/index.ts';
import { Draft } from './Draft.tsx';
import { noPort, PortInputs, readPort } from './PortInputs.tsx';

export interface NewPortProps {
  readonly disabled: boolean;
  readonly onAdd: (port: FormPort) => Promise<string | null>;
  readonly onDone: () => void;
}

/** One more port of a rule. */
export function NewPort({ disabled, onAdd, onDone }: NewPortProps) {
  const [text, setText] = useState(noPort);
  return (
    <Draft action="Add port" disabled={disabled} onAdd={() => onAdd(readPort(text))} onDone={onDone}>
      {({ error, add, changed }) => (
        <PortInputs
          label="New port"
          text={text}
          error={error}
          disabled={disabled}
          onChange={(next) => {
            setText(next);
            changed();
          }}
          onEnter={add}
          onEscape={onDone}
        />
      )}
    </Draft>
  );
}
