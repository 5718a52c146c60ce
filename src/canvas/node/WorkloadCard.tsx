import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { supposedKind } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { toggleWorkload } from '../../store/actions/viewActions.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { useItemEmphasis, useSelectedPod } from '../EmphasisContext.ts';
import { describeItem } from '../graph/describeItem.ts';
import { podsShown } from '../graph/sizes.ts';
import type { CardItem } from '../graph/VisibleGraph.ts';
import { ShieldSign } from '../sign/ShieldSign.tsx';
import { Sign } from '../sign/Sign.tsx';
import { kindSign } from '../sign/signs.tsx';
import { Anchors } from './Anchors.tsx';
import { CutName } from './CutName.tsx';
import { ReachMark } from './ReachMark.tsx';
import styles from './WorkloadCard.module.css';

export type WorkloadNode = Node<{ item: CardItem; outside: boolean }, 'card'>;

const noPods: readonly string[] = [];

/** A workload: kind, name, replicas, ports, and a bank on either side: left for what comes in, right for what goes out. */
export const WorkloadCard = memo(function WorkloadCard({ data: { item, outside } }: NodeProps<WorkloadNode>) {
  const emphasis = useItemEmphasis(item.id);
  return (
    <div
      id={item.id}
      className={styles.card}
      data-node-id={item.id}
      data-testid="workload-card"
      data-supposed={item.kind === supposedKind}
      data-ingress={item.ingress}
      data-egress={item.egress}
      data-emphasis={emphasis}
      role="group"
      aria-label={describeItem(item)}
    >
      <span className={styles.bank} data-side="left" data-state={item.ingress} />
      <span className={styles.bank} data-side="right" data-state={item.egress} />
      {item.reachedFrom && <ReachMark direction="from" reach={item.reachedFrom} item={item.id} />}
      {item.reaches && <ReachMark direction="to" reach={item.reaches} item={item.id} />}
      <div className={styles.head}>
        <span className={styles.kind} title={item.kind}>
          <Sign name={kindSign(item.kind)} width={14} />
        </span>
        <span className={styles.name} title={`${item.namespace}/${item.name}`}>
          <CutName name={outside ? `${item.namespace} / ${item.name}` : item.name} end={item.nameEnd} />
        </span>
        {item.hostNetwork && (
          <span className={styles.host} title="On the host network: no policy selects it, its traffic is the node's">
            <Sign name="host" width={12} /> host
          </span>
        )}
        {item.podCount > 0 ? <PodsButton item={item} /> : <Replicas count={item.replicas} />}
      </div>
      <div className={styles.facts}>
        <span className={styles.kindWord}>{item.kind}</span>
        {item.kind === supposedKind ? null : <Ports ports={item.ports} />}
        <span className={styles.shields}>
          <span title={`Ingress: ${shieldTitle[item.ingress]}`}>
            <ShieldSign state={item.ingress} direction="ingress" size={14} />
          </span>
          <span title={`Egress: ${shieldTitle[item.egress]}`}>
            <ShieldSign state={item.egress} direction="egress" size={14} />
          </span>
        </span>
      </div>
      {item.pods && <Pods item={item} />}
      <Anchors shown={/focus|selected/.test(emphasis)} />
    </div>
  );
});

const shieldTitle = {
  open: 'open, no policy selects it',
  isolated: 'isolated, rules admit some traffic',
  closed: 'closed, no flow gets through',
  mixed: 'its pods differ',
  uncertain: 'the manifests do not say whether policies isolate it',
} as const;

const Replicas = ({ count }: { count: number | null }) =>
  count === null ? null : (
    <span className={styles.replicas} title={formatCount(count, 'replica')}>
      ×{count}
    </span>
  );

function PodsButton({ item }: { item: CardItem }) {
  const words = `${item.pods ? 'Hide' : 'Show'} ${formatCount(item.podCount, 'pod')}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.pods} nodrag`}
      title={words}
      aria-label={words}
      aria-expanded={item.pods !== null}
      onClick={(event) => {
        event.stopPropagation();
        toggleWorkload(item.id);
      }}
    >
      ×{item.replicas ?? item.podCount}
      <Sign name={item.pods ? 'unfolded' : 'folded'} width={12} />
    </button>
  );
}

function Ports({ ports }: { ports: readonly string[] }) {
  if (ports.length === 0) {
    return (
      <span className={styles.noPorts} title="The manifest lists no container ports">
        no ports
      </span>
    );
  }
  return (
    <span className={styles.ports} title={`Container ports: ${ports.join(', ')}`}>
      {ports.slice(0, 2).join(' ')}
      {ports.length > 2 ? ` +${ports.length - 2}` : ''}
    </span>
  );
}

function Pods({ item }: { item: CardItem }) {
  const pods = item.pods ?? [];
  const selected = useSelectedPod(item.pods === null ? noPods : pods.map(({ id }) => id));
  const shown = podsShown(pods.length);
  return (
    <ul className={styles.podList}>
      {pods.slice(0, shown).map((pod) => (
        <li key={pod.id}>
          <button
            type="button"
            tabIndex={-1}
            className={`${styles.pod} nodrag`}
            data-node-id={pod.id}
            aria-pressed={selected === pod.id}
            onClick={(event) => {
              event.stopPropagation();
              select({ type: 'pod', id: pod.id, workload: item.id });
            }}
          >
            <span className={styles.podName} title={pod.name}>
              {pod.name}
            </span>
            <span className={styles.podIp}>{pod.ip}</span>
            <ShieldSign state={pod.ingress} direction="ingress" size={12} />
            <ShieldSign state={pod.egress} direction="egress" size={12} />
          </button>
        </li>
      ))}
      {pods.length > shown && <li className={styles.more}>and {pods.length - shown} more</li>}
    </ul>
  );
}
