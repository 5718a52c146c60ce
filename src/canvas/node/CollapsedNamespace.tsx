import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { ShieldState } from '../../engine/index.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { useItemEmphasis } from '../EmphasisContext.ts';
import { describeItem, describeShields } from '../graph/describeItem.ts';
import type { CollapsedItem, ShieldCounts } from '../graph/VisibleGraph.ts';
import { ShieldSign } from '../sign/ShieldSign.tsx';
import { Anchors } from './Anchors.tsx';
import styles from './CollapsedNamespace.module.css';
import { NamespaceTitle } from './NamespaceTitle.tsx';

export type CollapsedNode = Node<{ item: CollapsedItem }, 'collapsed'>;

const states: readonly ShieldState[] = ['isolated', 'closed', 'mixed', 'uncertain', 'open'];

/** A namespace folded into one card: what is in it, in numbers. */
export const CollapsedNamespace = memo(function CollapsedNamespace({ data: { item } }: NodeProps<CollapsedNode>) {
  const emphasis = useItemEmphasis(item.id);
  return (
    <div
      id={item.id}
      className={styles.card}
      data-node-id={item.id}
      data-testid="collapsed-namespace"
      data-emphasis={emphasis}
      role="group"
      aria-label={describeItem(item)}
    >
      <div className={styles.head}>
        <NamespaceTitle item={item} nameClass={styles.name} />
      </div>
      <div className={styles.facts}>
        {formatCount(item.workloads, 'workload')} · {formatCount(item.policies, 'policy', 'policies')}
        {item.inside > 0 && ` · ${formatCount(item.inside, 'flow')} inside`}
      </div>
      <div className={styles.shields}>
        <Shields direction="ingress" counts={item.ingress} />
        <Shields direction="egress" counts={item.egress} />
      </div>
      <Anchors shown={/focus|selected/.test(emphasis)} />
    </div>
  );
});

const Shields = ({ direction, counts }: { direction: 'ingress' | 'egress'; counts: ShieldCounts }) => (
  <span className={styles.side} title={`${direction}: ${describeShields(counts)}`}>
    {states
      .filter((state) => counts[state] > 0)
      .map((state) => (
        <span key={state} className={styles.count}>
          <ShieldSign state={state} direction={direction} size={12} /> {counts[state]}
        </span>
      ))}
  </span>
);
