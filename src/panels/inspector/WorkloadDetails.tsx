import { useMemo } from 'react';
import type { WorkloadView, WorkspaceSnapshot } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { aboutSupposed } from '../../ui/aboutSupposed.ts';
import { Facts } from '../../ui/Facts.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { ShieldMark } from '../../ui/ShieldMark.tsx';
import { BlastRadius } from '../explain/BlastRadius.tsx';
import { FlowList } from '../flow/FlowList.tsx';
import { anyNode, findFlows } from '../flow/findFlows.ts';
import { DetailsHeader } from './DetailsHeader.tsx';
import { Isolation } from './Isolation.tsx';
import { LabelList } from './LabelList.tsx';
import { NamespaceLink } from './NamespaceLink.tsx';
import { NodeActions } from './NodeActions.tsx';
import { PolicyLinks } from './PolicyLinks.tsx';
import { formatContainerPorts } from './formatContainerPorts.ts';
import styles from './Details.module.css';

export interface WorkloadDetailsProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly workload: WorkloadView;
  /** Its number in the flow table. */
  readonly node: number;
}

export function WorkloadDetails({ snapshot, workload, node }: WorkloadDetailsProps) {
  const flowsIn = useMemo(() => findFlows(snapshot, anyNode, (to) => to === node), [snapshot, node]);
  const flowsOut = useMemo(() => findFlows(snapshot, (from) => from === node, anyNode), [snapshot, node]);
  const policies = snapshot.policies.filter(({ id }) => workload.policies.includes(id));
  return (
    <>
      <DetailsHeader
        kind={workload.kind}
        what={
          <>
            {workload.kind} in <NamespaceLink name={workload.namespace} />
          </>
        }
        title={workload.name}
      >
        <NodeActions id={workload.id} at={workload.at} />
      </DetailsHeader>
      <div className={styles.padded}>
        {snapshot.supposed && <p className={styles.supposed}>{aboutSupposed}</p>}
        <Isolation
          ingress={workload.ingress}
          egress={workload.egress}
          hostNetwork={workload.hostNetwork}
          policies={policies}
        />
      </div>
      <FlowList
        title="Flows in"
        snapshot={snapshot}
        {...flowsIn}
        end="from"
        own={workload.namespace}
        empty="Nothing may reach it."
      />
      <FlowList
        title="Flows out"
        snapshot={snapshot}
        {...flowsOut}
        end="to"
        own={workload.namespace}
        empty="It may reach nothing."
      />
      <BlastRadius node={workload.id} />
      <PolicyLinks policies={policies} empty="No policy selects it." />
      <Section title="Facts">
        <Facts
          facts={[
            { name: 'Replicas', value: workload.replicas },
            { name: 'Ports', value: formatContainerPorts(workload.ports) },
            { name: 'Services', value: workload.services.join(', ') },
            { name: 'Network', value: workload.hostNetwork ? 'of its node (hostNetwork)' : null },
            { name: 'Labels', value: <LabelList labels={workload.labels} /> },
          ]}
        />
      </Section>
      {workload.podCount > 0 ? (
        <Section title="Pods" count={workload.podCount} startsClosed={workload.podCount > 10}>
          <ul className={styles.list}>
            {workload.pods.slice(0, 100).map((pod) => (
              <li key={pod.id}>
                <LinkButton onClick={() => select({ type: 'pod', id: pod.id, workload: workload.id })}>
                  {pod.name}
                </LinkButton>
                <span>
                  <ShieldMark state={pod.ingress} direction="ingress" />
                  <ShieldMark state={pod.egress} direction="egress" />
                </span>
              </li>
            ))}
          </ul>
          {workload.podCount > 100 ? (
            <p className={styles.quiet}>{workload.podCount - 100} more in the explorer.</p>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
