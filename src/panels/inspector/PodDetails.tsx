import type { PodView, WorkloadView, WorkspaceSnapshot } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { Facts } from '../../ui/Facts.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { BlastRadius } from '../explain/BlastRadius.tsx';
import { formatContainerPorts } from './formatContainerPorts.ts';
import { DetailsHeader } from './DetailsHeader.tsx';
import { Isolation } from './Isolation.tsx';
import { LabelList } from './LabelList.tsx';
import { NamespaceLink } from './NamespaceLink.tsx';
import { NodeActions } from './NodeActions.tsx';
import { PolicyLinks } from './PolicyLinks.tsx';
import styles from './Details.module.css';

export interface PodDetailsProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly pod: PodView;
  readonly workload: WorkloadView;
}

export function PodDetails({ snapshot, pod, workload }: PodDetailsProps) {
  const policies = snapshot.policies.filter(({ id }) => workload.policies.includes(id));
  return (
    <>
      <DetailsHeader
        kind="Pod"
        what={
          <>
            Pod of {workload.kind}{' '}
            <LinkButton onClick={() => select({ type: 'workload', id: workload.id })}>{workload.name}</LinkButton> in{' '}
            <NamespaceLink name={workload.namespace} />
          </>
        }
        title={pod.name}
      >
        <NodeActions id={workload.id} at={pod.at} />
      </DetailsHeader>
      <div className={styles.padded}>
        <Isolation ingress={pod.ingress} egress={pod.egress} hostNetwork={pod.hostNetwork} policies={policies} />
      </div>
      <Section title="Facts">
        <Facts
          facts={[
            { name: 'Addresses', value: pod.ips.join(', ') },
            { name: 'Network', value: pod.hostNetwork ? 'of its node (hostNetwork)' : null },
            { name: 'Ports', value: formatContainerPorts(workload.ports) },
            { name: 'Labels', value: <LabelList labels={workload.labels} /> },
          ]}
        />
      </Section>
      <BlastRadius node={workload.id} />
      <PolicyLinks policies={policies} empty="No policy selects its workload." />
      <p className={styles.padded}>
        Flows are those of{' '}
        <LinkButton onClick={() => select({ type: 'workload', id: workload.id })}>{workload.name}</LinkButton>; ports
        that only some of its pods have are marked there.
      </p>
    </>
  );
}
