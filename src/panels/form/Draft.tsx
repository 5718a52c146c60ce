import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Form.module.css';

export interface DraftProps {
  /** Name for assistive technology; without one the fields say enough. */
  readonly label?: string;
  readonly action: string;
  readonly disabled: boolean;
  /** Answers with a sentence when it was not written. */
  readonly onAdd: () => Promise<string | null>;
  readonly onDone: () => void;
  /** The fields; `error` is why the last try was not written, `add` tries again, `change` takes the error away. */
  readonly children: (draft: DraftState) => ReactNode;
}

export interface DraftState {
  readonly error: string | null;
  readonly add: () => void;
  readonly changed: () => void;
}

/** Fields of something that is not written yet: half of it would let in more than is meant. */
export function Draft({ label, action, disabled, onAdd, onDone, children }: DraftProps) {
  const [error, setError] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const refusal = await onAdd();
    setError(refusal);
    if (refusal === null) onDone();
  };
  return (
    <div className={styles.draft} role={label === undefined ? undefined : 'group'} aria-label={label}>
      {children({ error, add: () => void add(), changed: () => setError(null) })}
      <div className={styles.row}>
        <Button size="s" disabled={disabled} onClick={() => void add()}>
          {action}
        </Button>
        <Button size="s" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
