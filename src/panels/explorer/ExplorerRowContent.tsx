import type { ShieldState } from '../../engine/index.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { ShieldMark } from '../../ui/ShieldMark.tsx';
import type { ExplorerRow } from './listExplorerRows.ts';
import styles from './ExplorerRowContent.module.css';

export function ExplorerRowContent({ row }: { row: ExplorerRow }) {
  switch (row.type) {
    case 'namespace':
      return (
        <>
          <span className={styles.namespace}>{row.label}</span>{' '}
          {row.namespace.described ? null : (
            <span className={styles.quiet} title="No Namespace object describes it: only its name is known">
              not described
            </span>
          )}{' '}
          <span className={styles.end}>{row.count}</span>
        </>
      );
    case 'workload':
      return (
        <>
          <Icon kind={row.workload.kind} />
          <span className={styles.name} title={`${row.workload.kind} ${row.label}`}>
            {row.label}
          </span>{' '}
          {row.workload.replicas !== null && row.workload.replicas !== 1 ? (
            <span className={styles.replicas}>×{row.workload.replicas}</span>
          ) : null}{' '}
          {row.workload.hostNetwork ? <span className={styles.quiet}>host</span> : null}{' '}
          <Shields ingress={row.workload.ingress} egress={row.workload.egress} />
        </>
      );
    case 'pod':
      return (
        <>
          <Icon kind="Pod" />
          <span className={styles.name} title={row.pod.ips.join(', ')}>
            {row.label}
          </span>{' '}
          <Shields ingress={row.pod.ingress} egress={row.pod.egress} />
        </>
      );
    case 'outside':
      return (
        <>
          <span className={styles.namespace}>{row.label}</span> <span className={styles.end}>{row.count}</span>
        </>
      );
    case 'external':
      return (
        <>
          <Icon kind="External" />
          <span className={styles.name}>{row.label}</span>
        </>
      );
  }
}

const Icon = ({ kind }: { kind: string }) => (
  <span className={styles.icon}>
    <KindIcon kind={kind} />
  </span>
);

const Shields = ({ ingress, egress }: { ingress: ShieldState; egress: ShieldState }) => (
  <span className={styles.shields}>
    <ShieldMark state={ingress} direction="ingress" /> <ShieldMark state={egress} direction="egress" />
  </span>
);
