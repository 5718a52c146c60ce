import { useState } from 'react';
import type { Direction, FormPeer } from '../../engine/index.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Draft } from './Draft.tsx';
import { FieldError } from './FieldError.tsx';
import { useForm } from './FormContext.ts';
import { everyPod, PeerDraft } from './PeerDraft.tsx';
import { noPort, PortInputs, readPort } from './PortInputs.tsx';

/** One more rule of a direction. */
export function NewRule({ direction, onDone }: { direction: Direction; onDone: () => void }) {
  const { form, disabled, edit } = useForm();
  const [peer, setPeer] = useState<FormPeer | null>(everyPod);
  const [everyPort, setEveryPort] = useState(false);
  const [port, setPort] = useState(noPort);
  const add = (): Promise<string | null> =>
    edit(`${direction} new`, {
      type: 'addRule',
      direction,
      peers: peer && [peer],
      ports: everyPort ? null : [readPort(port)],
    });
  return (
    <Draft label={`New ${direction} rule`} action="Add rule" disabled={disabled} onAdd={add} onDone={onDone}>
      {({ error, changed }) => (
        <>
          <PeerDraft
            label={direction === 'ingress' ? 'From' : 'To'}
            namespace={form.namespace}
            peer={peer}
            canBeAnyone
            error={null}
            disabled={disabled}
            onChange={(next) => {
              setPeer(next);
              changed();
            }}
          />
          {everyPort ? null : (
            <PortInputs
              label="Port"
              text={port}
              error={null}
              disabled={disabled}
              onChange={(next) => {
                setPort(next);
                changed();
              }}
            />
          )}
          <Checkbox label="Every port of every protocol" checked={everyPort} onChange={setEveryPort} />
          <FieldError>{error}</FieldError>
        </>
      )}
    </Draft>
  );
}
