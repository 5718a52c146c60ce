import styles from './ShieldMark.module.css';

/** Open land, a dike with a gate, a closed dike, pods that differ, or a question mark. */
type State = 'open' | 'isolated' | 'closed' | 'mixed' | 'uncertain';
export type Direction = 'ingress' | 'egress';

export interface ShieldMarkProps {
  readonly state: State;
  readonly direction: Direction;
  readonly size?: number;
}

const words = {
  open: 'open',
  isolated: 'isolated',
  closed: 'closed, no flow gets through',
  mixed: 'its pods differ',
  uncertain: 'uncertain',
};

/** What a mark says. */
export const describeShield = (state: State, direction: Direction): string => `${direction}: ${words[state]}`;

const dashes: Partial<Record<State, string>> = { open: '1.5 2.5', mixed: '5 2', uncertain: '3 2.5' };

/**
 * One side of a node: a dashed bank is open, a dike with a gate is isolated with some rule, a full dike lets nothing
 * through. The arrow points into the node for ingress and out of it for egress.
 */
export function ShieldMark({ state, direction, size = 14 }: ShieldMarkProps) {
  const arrow = direction === 'ingress' ? 'M1.5 8h5M4.5 5.5 7 8l-2.5 2.5' : 'M9 8h5M12 5.5 14.5 8 12 10.5';
  const bank = direction === 'ingress' ? 10.5 : 5.5;
  return (
    <svg
      className={styles.mark}
      data-state={state}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={describeShield(state, direction)}
    >
      {state === 'closed' || state === 'uncertain' ? null : <path className={styles.arrow} d={arrow} />}
      {state === 'closed' ? (
        <path
          className={styles.arrow}
          d={direction === 'ingress' ? 'M2 5.5 6.5 10.5M6.5 5.5 2 10.5' : 'M9.5 5.5 14 10.5M14 5.5 9.5 10.5'}
        />
      ) : null}
      {state === 'uncertain' ? (
        <path
          className={styles.arrow}
          d={
            direction === 'ingress'
              ? 'M2 6a2.2 2.2 0 1 1 3 2.1V9.2M5 11.6v.1'
              : 'M9.5 6a2.2 2.2 0 1 1 3 2.1V9.2M12.5 11.6v.1'
          }
        />
      ) : null}
      <path
        className={styles.bank}
        d={state === 'isolated' ? `M${bank} 1.5v4M${bank} 10.5v4` : `M${bank} 1.5v13`}
        strokeDasharray={dashes[state]}
      />
    </svg>
  );
}
