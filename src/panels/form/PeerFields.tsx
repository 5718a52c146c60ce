import { X } from 'lucide-react';
import type { FormBlock, FormItemPlace, FormPeer, FormText, Placed } from '../../engine/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SourceLink } from '../source/SourceLink.tsx';
import { BlockInputs, readBlockText, toBlockText, type BlockText } from './BlockInputs.tsx';
import { useForm } from './FormContext.ts';
import { PodPeerFields } from './PodPeerFields.tsx';
import { useField } from './useField.ts';
import styles from './Form.module.css';

export interface PeerFieldsProps {
  readonly place: FormItemPlace;
  readonly peer: Placed<FormPeer | FormText>;
  readonly isOnly: boolean;
}

/** One item of `from` or `to`. */
export function PeerFields({ place, peer, isOnly }: PeerFieldsProps) {
  const { form, disabled, edit } = useForm();
  const label = `${place.direction === 'ingress' ? 'From' : 'To'} ${place.item + 1}`;
  const name = `${place.direction} ${place.rule} peer ${place.item}`;
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <span className={styles.itemTitle}>
          {peer.type === 'pods' ? 'Pods' : peer.type === 'addresses' ? 'Addresses' : 'As written'}
        </span>
        <SourceLink at={peer.at} short />
        <IconButton
          size="s"
          label={
            isOnly
              ? 'The only peer: without it the rule is for anyone. Remove the rule, or allow anyone.'
              : `Remove ${label.toLowerCase()}`
          }
          icon={<X size={14} aria-hidden />}
          disabled={disabled || isOnly}
          onClick={() => void edit(name, { type: 'removePeer', ...place })}
        />
      </div>
      {peer.type === 'text' ? (
        <p className={styles.quiet}>No field stands for this; it is left as it is. Edit the text.</p>
      ) : peer.type === 'addresses' ? (
        <WrittenBlock label={label} name={name} place={place} block={peer} />
      ) : (
        <PodPeerFields
          label={label}
          namespace={form.namespace}
          peer={peer}
          disabled={disabled}
          onScope={(scope) => void edit(name, { type: 'setScope', ...place, scope })}
          onAdd={(of, requirement) =>
            edit(`${name} ${of} new`, { type: 'addRequirement', selector: { of, ...place }, requirement })
          }
          onSet={(of, position, requirement) =>
            edit(`${name} ${of} ${position}`, {
              type: 'setRequirement',
              selector: { of, ...place },
              position,
              requirement,
            })
          }
          onRemove={(of, position) =>
            void edit(`${name} ${of} ${position}`, { type: 'removeRequirement', selector: { of, ...place }, position })
          }
        />
      )}
    </li>
  );
}

interface WrittenBlockProps {
  readonly label: string;
  readonly name: string;
  readonly place: FormItemPlace;
  readonly block: FormBlock;
}

const isSame = (a: BlockText, b: BlockText): boolean =>
  JSON.stringify(readBlockText(a)) === JSON.stringify(readBlockText(b));

function WrittenBlock({ label, name, place, block }: WrittenBlockProps) {
  const { disabled, edit } = useForm();
  const field = useField(
    toBlockText(block),
    (text) => edit(name, { type: 'setBlock', ...place, block: readBlockText(text) }),
    isSame,
  );
  return (
    <div onFocus={field.onFocus} onBlur={field.onBlur}>
      <BlockInputs
        label={label}
        text={field.value}
        error={field.error}
        disabled={disabled}
        onChange={field.change}
        onEscape={field.reset}
      />
    </div>
  );
}
