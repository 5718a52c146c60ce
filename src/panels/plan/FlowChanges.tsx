import { ArrowRight, Minus, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  formatPortSet,
  isEmptyPortSet,
  type FlowChange,
  type PortSet,
  type WorkspaceSnapshot,
} from '../../engine/index.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { findEndpoint, formatEndpoint } from '../node/Endpoint.ts';
import styles from './Plan.module.css';

const shownAtFirst = 8;

type Effect = 'added' | 'removed' | 'changed';

function effectOf({ before, after, uncertainBefore, uncertainAfter }: FlowChange): Effect {
  const [was, is] = [isEmptyPortSet(before), isEmptyPortSet(after)];
  if (was && isEmptyPortSet(uncertainBefore)) return 'added';
  if (is && isEmptyPortSet(uncertainAfter)) return 'removed';
  return 'changed';
}

/** `TCP 80`, `TCP 80 · uncertain: TCP 9090`. */
function formatSide(ports: PortSet, uncertain: PortSet): string {
  if (isEmptyPortSet(uncertain)) return formatPortSet(ports);
  const perhaps = `uncertain: ${formatPortSet(uncertain)}`;
  return isEmptyPortSet(ports) ? perhaps : `${formatPortSet(ports)} · ${perhaps}`;
}

const icons = { added: Plus, removed: Minus, changed: Pencil };

export interface FlowChangesProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly changes: readonly FlowChange[];
  /** How many there are; `changes` may be cut. */
  readonly total: number;
  readonly label: string;
}

/** Flows that change with a plan, before → after. */
export function FlowChanges({ snapshot, changes, total, label }: FlowChangesProps) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.changes} aria-label={label}>
        {shown.map((change) => {
          const effect = effectOf(change);
          const Icon = icons[effect];
          return (
            <li
              key={[change.from, change.to, formatSide(change.after, change.uncertainAfter)].join(' ')}
              className={styles.change}
              data-effect={effect}
            >
              <Icon size={14} strokeWidth={2.25} aria-label={effect} />
              <span className={styles.pair}>
                {formatEndpoint(findEndpoint(snapshot, change.from))} →{' '}
                {formatEndpoint(findEndpoint(snapshot, change.to))}
              </span>
              <span className={styles.ports}>
                {formatSide(change.before, change.uncertainBefore)} <ArrowRight size={12} aria-label="becomes" />{' '}
                {formatSide(change.after, change.uncertainAfter)}
              </span>
            </li>
          );
        })}
      </ul>
      {changes.length > shown.length ? (
        <LinkButton onClick={() => setAll(true)}>Show {changes.length - shown.length} more</LinkButton>
      ) : null}
      {total > changes.length && shown.length === changes.length ? (
        <p className={styles.quiet}>
          And {formatCount(total - changes.length, 'more flow')} that {total - changes.length === 1 ? 'is' : 'are'} not
          listed.
        </p>
      ) : null}
    </>
  );
}
