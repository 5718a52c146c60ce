import { useState } from 'react';
import type { Direction, FormPeer } from '../../engine/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useForm } from './FormContext.ts';
import { everyPod, PeerDraft } from './PeerDraft.tsx';
import { noPort, PortInputs, readPort } from './PortFields.tsx';
import styles from './Form.module.css';

/** A rule that is not written yet. */
export function NewRule({ direction, onDone }: { direction: Direction; onDone: () => void }) {
  const { form, disabled, edit } = useForm();
  const [peer, setPeer] = useState<FormPeer | null>(everyPod);
  const [everyPort, setEveryPort] = useState(false);
  const [port, setPort] = useState(noPort);
  const [error, setError] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const refusal = await edit(`${direction} new`, {
      type: 'addRule',
      direction,
      peers: peer && [peer],
      ports: everyPort ? null : [readPort(port)],
    });
    setError(refusal);
    if (refusal === null) onDone();
  };
  return (
    <div className={styles.draft} role="group" aria-label={`New ${direction} rule`}>
      <PeerDraft
        label={direction === 'ingress' ? 'From' : 'To'}
        namespace={form.namespace}
        peer={peer}
        canBeAnyone
        error={null}
        disabled={disabled}
        onChange={setPeer}
      />
      {everyPort ? null : <PortInputs label="Port" text={port} error={null} disabled={disabled} onChange={setPort} />}
      <Checkbox label="Every port of every protocol" checked={everyPort} onChange={setEveryPort} />
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
      <div className={styles.row}>
        <Button size="s" disabled={disabled} onClick={() => void add()}>
          Add rule
        </Button>
        <Button size="s" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
