import type { FormPeer, FormPodPeer } from '../../engine/index.ts';
import { Select } from '../../ui/Select.tsx';
import { BlockInputs, readBlockText, toBlockText } from './BlockInputs.tsx';
import { FieldError } from './FieldError.tsx';
import { PodPeerFields, type PeerSelector } from './PodPeerFields.tsx';
import styles from './Form.module.css';

export interface PeerDraftProps {
  readonly label: string;
  readonly namespace: string;
  /** null: anyone, where that can be chosen. */
  readonly peer: FormPeer | null;
  readonly canBeAnyone: boolean;
  readonly error: string | null;
  readonly disabled: boolean;
  readonly onChange: (peer: FormPeer | null) => void;
}

export const everyPod: FormPodPeer = { type: 'pods', namespaces: null, pods: { requirements: [] } };

/** A peer that is not written yet: pods by labels, addresses, or anyone. */
export function PeerDraft({ label, namespace, peer, canBeAnyone, error, disabled, onChange }: PeerDraftProps) {
  const change = (of: PeerSelector, list: (old: FormPodPeer[PeerSelector]) => FormPodPeer[PeerSelector]): null => {
    if (peer?.type === 'pods') onChange({ ...peer, [of]: list(peer[of]) });
    return null;
  };
  const requirementsOf = (selector: FormPodPeer['pods']) => selector?.requirements ?? [];
  return (
    <div className={styles.peerDraft}>
      <Select
        label={`${label}: kind`}
        disabled={disabled}
        value={peer?.type ?? 'anyone'}
        options={[
          { value: 'pods', label: 'Pods by their labels' },
          { value: 'addresses', label: 'Addresses' },
          ...(canBeAnyone ? [{ value: 'anyone', label: 'Anyone, inside or outside' }] : []),
        ]}
        onChange={(type) =>
          onChange(type === 'pods' ? everyPod : type === 'addresses' ? readBlockText({ cidr: '', except: '' }) : null)
        }
      />
      {peer?.type === 'pods' ? (
        <PodPeerFields
          label={label}
          namespace={namespace}
          peer={peer}
          disabled={disabled}
          onScope={(scope) => onChange({ ...peer, namespaces: scope === 'own' ? null : { requirements: [] } })}
          onAdd={async (of, requirement) =>
            change(of, (old) => ({ requirements: [...requirementsOf(old), requirement] }))
          }
          onSet={async (of, position, requirement) =>
            change(of, (old) => ({ requirements: requirementsOf(old).with(position, requirement) }))
          }
          onRemove={(of, position) =>
            void change(of, (old) => ({ requirements: requirementsOf(old).filter((_, index) => index !== position) }))
          }
        />
      ) : null}
      {peer?.type === 'addresses' ? (
        <BlockInputs
          label={label}
          text={toBlockText(peer)}
          error={null}
          disabled={disabled}
          onChange={(text) => onChange(readBlockText(text))}
        />
      ) : null}
      <FieldError>{error}</FieldError>
    </div>
  );
}
