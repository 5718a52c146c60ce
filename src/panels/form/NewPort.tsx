import { useState } from 'react';
import type { FormPort } from '../../engine/index.ts';
import { Button } from '../../ui/Button.tsx';
import { noPort, PortInputs, readPort } from './PortFields.tsx';
import styles from './Form.module.css';

export interface NewPortProps {
  readonly disabled: boolean;
  /** Answers with a sentence when it was not taken. */
  readonly onAdd: (port: FormPort) => Promise<string | null>;
  readonly onDone: () => void;
}

/** A port that is not written yet. */
export function NewPort({ disabled, onAdd, onDone }: NewPortProps) {
  const [text, setText] = useState(noPort);
  const [error, setError] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const refusal = await onAdd(readPort(text));
    setError(refusal);
    if (refusal === null) onDone();
  };
  return (
    <div className={styles.draft}>
      <PortInputs
        label="New port"
        text={text}
        error={error}
        disabled={disabled}
        onChange={(next) => {
          setText(next);
          setError(null);
        }}
        onEnter={() => void add()}
        onEscape={onDone}
      />
      <div className={styles.row}>
        <Button size="s" disabled={disabled} onClick={() => void add()}>
          Add port
        </Button>
        <Button size="s" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
