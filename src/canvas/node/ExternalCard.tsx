import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { formatCount } from '../../ui/formatCount.ts';
import { useItemEmphasis } from '../EmphasisContext.ts';
import { describeItem } from '../graph/describeItem.ts';
import type { ExternalItem } from '../graph/VisibleGraph.ts';
import { Sign } from '../sign/Sign.tsx';
import { Anchors } from './Anchors.tsx';
import styles from './ExternalCard.module.css';

export type ExternalNode = Node<{ item: ExternalItem }, 'external'>;

/** Addresses outside the cluster, at the rim of the map. */
export const ExternalCard = memo(function ExternalCard({ data: { item } }: NodeProps<ExternalNode>) {
  const emphasis = useItemEmphasis(item.id);
  return (
    <div
      id={item.id}
      className={styles.card}
      data-node-id={item.id}
      data-testid="external-card"
      data-emphasis={emphasis}
      role="group"
      aria-label={describeItem(item)}
      title={`Outside the cluster\n${listRanges(item.ranges)}`}
    >
      <span className={styles.icon}>
        <Sign name="outside" width={15} />
      </span>
      <span className={styles.words}>
        <span className={styles.label} data-address={/^[\d:]/.test(item.label)}>
          {item.label}
        </span>
        <span className={styles.hint}>
          outside{item.ranges.length > 1 && ` · ${formatCount(item.ranges.length, 'range')}`}
        </span>
      </span>
      {!item.isHub && <Anchors shown={/focus|selected/.test(emphasis)} />}
    </div>
  );
});

const listed = 12;

const listRanges = (ranges: readonly string[]): string =>
  [...ranges.slice(0, listed), ...(ranges.length > listed ? [`and ${ranges.length - listed} more`] : [])].join('\n');
