import type { Node, NodeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { select } from '../../store/actions/selectionActions.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { useItemEmphasis } from '../EmphasisContext.ts';
import { describeItem } from '../graph/describeItem.ts';
import { describeInside } from '../graph/describeMany.ts';
import type { FrameItem } from '../graph/VisibleGraph.ts';
import { Sign } from '../sign/Sign.tsx';
import styles from './NamespaceFrame.module.css';
import { Anchors } from './Anchors.tsx';
import { NamespaceTitle } from './NamespaceTitle.tsx';

export type FrameNode = Node<{ item: FrameItem }, 'frame'>;

/** The handle that a frame is dragged by; its inside belongs to the map. */
export const frameHandle = 'frame-handle';

/** A namespace as a frame around its workloads. */
export const NamespaceFrame = memo(function NamespaceFrame({ data: { item } }: NodeProps<FrameNode>) {
  const emphasis = useItemEmphasis(item.id);
  const [isPointed, setPointed] = useState(false);
  return (
    <div
      id={item.id}
      className={styles.frame}
      data-node-id={item.id}
      data-testid="namespace-frame"
      data-emphasis={emphasis}
      role="group"
      aria-label={describeItem(item)}
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
    >
      <div className={`${styles.header} ${frameHandle}`}>
        <NamespaceTitle item={item} nameClass={styles.name} />
        <Counts item={item} />
        {item.inside && <Inside item={item} />}
      </div>
      <Anchors shown={isPointed || emphasis.includes('selected')} />
    </div>
  );
});

/** Each count as a whole, or not at all: what does not fit stands in a line below, which is not seen. */
const Counts = ({ item }: { item: FrameItem }) => (
  <span className={styles.counts}>
    <span className={styles.strut} />
    <span>
      {item.workloads === 0
        ? 'no workloads'
        : item.hidden > 0
          ? `${item.workloads - item.hidden} of ${formatCount(item.workloads, 'workload')}`
          : formatCount(item.workloads, 'workload')}
    </span>
    {item.policies > 0 && <span>&nbsp;· {formatCount(item.policies, 'policy', 'policies')}</span>}
  </span>
);

function Inside({ item }: { item: FrameItem }) {
  const inside = item.inside;
  if (inside === null) return null;
  const words = describeInside(inside);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.inside} nodrag`}
      data-verdict={inside.verdict}
      data-partial={inside.partial}
      title={`${words}. Select a workload to draw its flows.`}
      aria-label={words}
      onClick={(event) => {
        event.stopPropagation();
        select({ type: 'flows', from: item.id, to: item.id, flows: inside.flows });
      }}
    >
      <Sign name={`inside-${inside.verdict}`} width={11} />
      {inside.all ? 'each other' : `${inside.flows.length} flows`}
      {inside.ports === null ? '' : ` · ${inside.ports}`}
      {inside.verdict === 'uncertain' ? ' ?' : null}
    </button>
  );
}
