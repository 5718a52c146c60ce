import type { PolicyView, ShieldState } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { ShieldMark } from '../../ui/ShieldMark.tsx';
import styles from './Details.module.css';

export interface IsolationProps {
  readonly ingress: ShieldState;
  readonly egress: ShieldState;
  readonly hostNetwork: boolean;
  /** Those that select it. */
  readonly policies: readonly PolicyView[];
}

/** Both directions in words, with the policies behind them. */
export const Isolation = ({ ingress, egress, hostNetwork, policies }: IsolationProps) => (
  <div className={styles.sides}>
    <Side direction="ingress" state={ingress} hostNetwork={hostNetwork} policies={policies} />
    <Side direction="egress" state={egress} hostNetwork={hostNetwork} policies={policies} />
  </div>
);

const ends: Readonly<Record<ShieldState, string>> = {
  open: '',
  isolated: '',
  closed: '; no rule allows anything',
  mixed: '; not all of its pods alike',
  uncertain: '',
};

interface SideProps {
  readonly direction: 'ingress' | 'egress';
  readonly state: ShieldState;
  readonly hostNetwork: boolean;
  readonly policies: readonly PolicyView[];
}

function Side({ direction, state, hostNetwork, policies }: SideProps) {
  const behind = policies.filter(({ isolates }) => isolates.includes(direction));
  const word = direction === 'ingress' ? 'Ingress' : 'Egress';
  return (
    <div className={styles.side}>
      <ShieldMark state={state} direction={direction} size={16} />
      <p>
        <strong>{word}</strong>:{' '}
        {state === 'open' ? (
          hostNetwork ? (
            'open, it uses the network of its node and no policy selects it'
          ) : (
            'open, no policy selects it'
          )
        ) : (
          <>
            {state === 'uncertain'
              ? hostNetwork
                ? 'uncertain: it uses the network of its node, and it is up to the network plugin whether it is isolated by '
                : 'uncertain, perhaps isolated by '
              : 'isolated by '}
            {behind.map((policy, index) => (
              <span key={policy.id}>
                {index > 0 ? ', ' : ''}
                <LinkButton onClick={() => select({ type: 'policy', id: policy.id })}>{policy.name}</LinkButton>
              </span>
            ))}
            {ends[state]}
          </>
        )}
      </p>
    </div>
  );
}
