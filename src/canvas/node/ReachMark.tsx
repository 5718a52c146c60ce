import { Waypoints } from 'lucide-react';
import { memo } from 'react';
import { select } from '../../store/actions/selectionActions.ts';
import { formatCount } from '../../ui/formatCount.ts';
import type { ItemId, Reach } from '../graph/VisibleGraph.ts';
import styles from './ReachMark.module.css';

/** Instead of a wire to every namespace: a stub at the card that says how far it reaches. */
export const ReachMark = memo(function ReachMark({
  direction,
  reach,
  item,
}: {
  readonly direction: 'from' | 'to';
  readonly reach: Reach;
  readonly item: ItemId;
}) {
  const words = [
    direction === 'to' ? 'Reaches' : 'Reached from',
    reach.verdict === 'uncertain' ? 'perhaps' : '',
    `${formatCount(reach.workloads, 'workload')} in ${formatCount(reach.namespaces, 'namespace')}`,
    reach.ports === null ? 'on differing ports' : `on ${reach.ports}`,
    reach.verdict === 'uncertain' ? '(uncertain)' : '(by rule)',
  ]
    .filter((word) => word !== '')
    .join(' ');
  const everywhere = 'everywhere';
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.mark} nodrag`}
      data-direction={direction}
      data-verdict={reach.verdict}
      title={`${words}. Select the workload to draw each.`}
      aria-label={words}
      onClick={(event) => {
        event.stopPropagation();
        select(
          direction === 'to'
            ? { type: 'flows', from: item, to: everywhere, flows: reach.flows }
            : { type: 'flows', from: everywhere, to: item, flows: reach.flows },
        );
      }}
    >
      <Waypoints size={12} strokeWidth={1.8} aria-hidden />
      {reach.workloads}
      {reach.verdict === 'uncertain' ? ' ?' : null}
      <svg width="12" height="8" viewBox="0 0 12 8" aria-hidden>
        <path d="M0 4h6" />
        <path d="M5 0.6 11 4 5 7.4Z" />
      </svg>
    </button>
  );
});
