import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FormRule, FormRulePlace } from '../../engine/index.ts';
import { Fold } from '../../ui/Fold.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SourceLink } from '../source/SourceLink.tsx';
import { useForm } from './FormContext.ts';
import { formatFormRule } from './formatFormRule.ts';
import { NewPeer } from './NewPeer.tsx';
import { NewPort } from './NewPort.tsx';
import { PeerFields } from './PeerFields.tsx';
import { PortFields } from './PortFields.tsx';
import styles from './Form.module.css';

export interface RuleFieldsProps {
  readonly place: FormRulePlace;
  readonly rule: FormRule;
  readonly startsOpen: boolean;
}

/** A rule: in one line, or open with all of its fields. */
export function RuleFields({ place, rule, startsOpen }: RuleFieldsProps) {
  const { form, disabled, edit } = useForm();
  const [adding, setAdding] = useState<'peer' | 'port' | null>(null);
  const { direction } = place;
  const name = `${direction} ${place.rule}`;
  const words = formatFormRule(rule);
  const from = direction === 'ingress' ? 'From' : 'To';
  const done = (): void => setAdding(null);
  return (
    <li>
      <Fold
        label={`${direction} rule ${place.rule + 1}`}
        startsOpen={startsOpen}
        head={
          <>
            <span>
              {from} {words.peers}
            </span>
            <span className={styles.quiet}>{words.ports}</span>
          </>
        }
        actions={
          <>
            <SourceLink at={rule.at} short />
            <IconButton
              size="s"
              label={`Remove ${direction} rule ${place.rule + 1}`}
              icon={<Trash2 size={14} aria-hidden />}
              disabled={disabled}
              onClick={() => void edit(name, { type: 'removeRule', ...place })}
            />
          </>
        }
      >
        <h4 className={styles.part}>{from}</h4>
        {rule.peers === null ? <p className={styles.everything}>anyone, inside or outside the cluster</p> : null}
        <ul className={styles.items}>
          {rule.peers?.map((peer, item) => (
            <PeerFields
              // A peer's place is all that tells it apart, and its kind decides its fields.
              key={`${item} ${peer.type}`}
              place={{ ...place, item }}
              peer={peer}
              isOnly={rule.peers?.length === 1}
            />
          ))}
        </ul>
        {adding === 'peer' ? (
          <NewPeer
            label={`New ${from.toLowerCase()}`}
            namespace={form.namespace}
            disabled={disabled}
            onAdd={(peer) => edit(`${name} new peer`, { type: 'addPeer', ...place, peer })}
            onDone={done}
          />
        ) : (
          <div className={styles.row}>
            <LinkButton disabled={disabled} onClick={() => setAdding('peer')}>
              <Plus size={12} aria-hidden /> {rule.peers === null ? 'Only some…' : 'Another peer'}
            </LinkButton>
            {rule.peers === null ? null : (
              <LinkButton disabled={disabled} onClick={() => void edit(name, { type: 'openPeers', ...place })}>
                Allow anyone
              </LinkButton>
            )}
          </div>
        )}
        <h4 className={styles.part}>Ports</h4>
        {rule.ports === null ? <p className={styles.everything}>every port of every protocol</p> : null}
        <ul className={styles.items}>
          {rule.ports?.map((port, item) => (
            <PortFields
              key={`${item} ${port.type}`}
              place={{ ...place, item }}
              port={port}
              isOnly={rule.ports?.length === 1}
            />
          ))}
        </ul>
        {adding === 'port' ? (
          <NewPort
            disabled={disabled}
            onAdd={(port) => edit(`${name} new port`, { type: 'addPort', ...place, port })}
            onDone={done}
          />
        ) : (
          <div className={styles.row}>
            <LinkButton disabled={disabled} onClick={() => setAdding('port')}>
              <Plus size={12} aria-hidden /> {rule.ports === null ? 'Only some…' : 'Another port'}
            </LinkButton>
            {rule.ports === null ? null : (
              <LinkButton disabled={disabled} onClick={() => void edit(name, { type: 'openPorts', ...place })}>
                Allow every port
              </LinkButton>
            )}
          </div>
        )}
      </Fold>
    </li>
  );
}
