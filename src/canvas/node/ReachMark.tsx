import { memo } from 'react';
import { select } from '../../store/actions/selectionActions.ts';
import { describeReach } from '../graph/describeMany.ts';
import type { ItemId, Reach } from '../graph/VisibleGraph.ts';
import { Sign } from '../sign/Sign.tsx';
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
  const words = describeReach(direction, reach);
  const everywhere = 'everywhere';
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.mark} nodrag`}
      data-direction={direction}
      data-verdict={reach.verdict}
      data-partial={reach.partial}
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
      <Sign name={`reach-${reach.verdict}`} width={12} />
      {reach.workloads}
      {reach.verdict === 'uncertain' ? ' ?' : null}
      <Sign name={`arrow-${reach.verdict}`} width={12} height={8} />
    </button>
  );
});
