import { useState } from 'react';
import type { FormPeer } from '../../engine/index.ts';
import { Button } from '../../ui/Button.tsx';
import { everyPod, PeerDraft } from './PeerDraft.tsx';
import styles from './Form.module.css';

export interface NewPeerProps {
  readonly label: string;
  readonly namespace: string;
  readonly disabled: boolean;
  readonly onAdd: (peer: FormPeer) => Promise<string | null>;
  readonly onDone: () => void;
}

/** One more peer of a rule, written when it is complete: half of one would let in more than is meant. */
export function NewPeer({ label, namespace, disabled, onAdd, onDone }: NewPeerProps) {
  const [peer, setPeer] = useState<FormPeer | null>(everyPod);
  const [error, setError] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    if (peer === null) return;
    const refusal = await onAdd(peer);
    setError(refusal);
    if (refusal === null) onDone();
  };
  return (
    <div className={styles.draft}>
      <PeerDraft
        label={label}
        namespace={namespace}
        peer={peer}
        canBeAnyone={false}
        error={error}
        disabled={disabled}
        onChange={(next) => {
          setPeer(next);
          setError(null);
        }}
      />
      <div className={styles.row}>
        <Button size="s" disabled={disabled} onClick={() => void add()}>
          Add peer
        </Button>
        <Button size="s" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
