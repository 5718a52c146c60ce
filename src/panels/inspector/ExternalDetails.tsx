import { useMemo } from 'react';
import type { ExternalView, WorkspaceSnapshot } from '../../engine/index.ts';
import { Section } from '../../ui/Section.tsx';
import { BlastRadius } from '../explain/BlastRadius.tsx';
import { FlowList } from '../flow/FlowList.tsx';
import { anyNode, findFlows } from '../flow/findFlows.ts';
import { DetailsHeader } from './DetailsHeader.tsx';
import { NodeActions } from './NodeActions.tsx';
import styles from './Details.module.css';

export interface ExternalDetailsProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly external: ExternalView;
  readonly node: number;
}

export function ExternalDetails({ snapshot, external, node }: ExternalDetailsProps) {
  const flowsIn = useMemo(() => findFlows(snapshot, anyNode, (to) => to === node), [snapshot, node]);
  const flowsOut = useMemo(() => findFlows(snapshot, (from) => from === node, anyNode), [snapshot, node]);
  return (
    <>
      <DetailsHeader kind="External" what="Outside the cluster" title={external.label}>
        <NodeActions id={external.id} at={null} />
      </DetailsHeader>
      <FlowList
        title="Reached from"
        snapshot={snapshot}
        {...flowsIn}
        end="from"
        own={null}
        empty="No workload may reach it."
      />
      <FlowList title="May reach" snapshot={snapshot} {...flowsOut} end="to" own={null} empty="It may reach nothing." />
      <BlastRadius node={external.id} />
      <Section title="Address ranges" count={external.ranges.length} startsClosed={external.ranges.length > 8}>
        <p className={styles.quiet}>Addresses that no policy tells apart.</p>
        <ul className={styles.code}>
          {external.ranges.slice(0, 200).map((range) => (
            <li key={range}>{range}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
