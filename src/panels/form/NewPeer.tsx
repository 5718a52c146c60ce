import { useState } from 'react';
import type { FormPeer } from '../../engine/index.ts';
import { Draft } from './Draft.tsx';
import { everyPod, PeerDraft } from './PeerDraft.tsx';

export interface NewPeerProps {
  readonly label: string;
  readonly namespace: string;
  readonly disabled: boolean;
  readonly onAdd: (peer: FormPeer) => Promise<string | null>;
  readonly onDone: () => void;
}

/** One more peer of a rule. */
export function NewPeer({ label, namespace, disabled, onAdd, onDone }: NewPeerProps) {
  const [peer, setPeer] = useState<FormPeer | null>(everyPod);
  return (
    <Draft action="Add peer" disabled={disabled} onAdd={async () => peer && onAdd(peer)} onDone={onDone}>
      {({ error, changed }) => (
        <PeerDraft
          label={label}
          namespace={namespace}
          peer={peer}
          canBeAnyone={false}
          error={error}
          disabled={disabled}
          onChange={(next) => {
            setPeer(next);
            changed();
          }}
        />
      )}
    </Draft>
  );
}
