import { Crosshair } from 'lucide-react';
import { useMemo } from 'react';
import type { NamespaceView, ShieldState, WorkloadView, WorkspaceSnapshot } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { focusOnCanvas } from '../../store/actions/viewActions.ts';
import { Button } from '../../ui/Button.tsx';
import { MoreButton } from '../command/MoreButton.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { ShieldMark } from '../../ui/ShieldMark.tsx';
import { FlowList } from '../flow/FlowList.tsx';
import { findFlows } from '../flow/findFlows.ts';
import { SourceLink } from '../source/SourceLink.tsx';
import { DetailsHeader } from './DetailsHeader.tsx';
import { LabelList } from './LabelList.tsx';
import { PolicyLinks } from './PolicyLinks.tsx';
import styles from './Details.module.css';

const count = (workloads: readonly WorkloadView[], side: 'ingress' | 'egress'): string => {
  const open = workloads.filter((workload) => workload[side] === ('open' satisfies ShieldState)).length;
  return open === 0 ? `all ${workloads.length} workloads isolated` : `${open} of ${workloads.length} workloads open`;
};

export function NamespaceDetails({ snapshot, namespace }: { snapshot: WorkspaceSnapshot; namespace: NamespaceView }) {
  const { name } = namespace;
  const isIn = useMemo(() => snapshot.workloads.map((workload) => workload.namespace === name), [snapshot, name]);
  const flowsIn = useMemo(
    () =>
      findFlows(
        snapshot,
        (from) => !isIn[from],
        (to) => isIn[to] === true,
      ),
    [snapshot, isIn],
  );
  const flowsOut = useMemo(
    () =>
      findFlows(
        snapshot,
        (from) => isIn[from] === true,
        (to) => !isIn[to],
      ),
    [snapshot, isIn],
  );
  const workloads = snapshot.workloads.filter((workload) => workload.namespace === name);
  const policies = snapshot.policies.filter((policy) => policy.namespace === name);
  return (
    <>
      <DetailsHeader kind="Namespace" what="Namespace" title={name}>
        <Button size="s" icon={<Crosshair size={14} aria-hidden />} onClick={() => focusOnCanvas(`namespace:${name}`)}>
          Find
        </Button>
        <MoreButton />
      </DetailsHeader>
      {namespace.described ? null : (
        <Notice tone="info">
          No Namespace object describes it, so only its name is known: other labels it may have do not count here.
        </Notice>
      )}
      <div className={styles.padded}>
        <Facts
          facts={[
            { name: 'Ingress', value: workloads.length > 0 ? count(workloads, 'ingress') : null },
            { name: 'Egress', value: workloads.length > 0 ? count(workloads, 'egress') : null },
            { name: 'Labels', value: <LabelList labels={namespace.labels} /> },
            { name: 'Written in', value: namespace.at ? <SourceLink at={namespace.at} /> : null },
          ]}
        />
      </div>
      <Section title="Workloads" count={workloads.length} startsClosed={workloads.length > 12}>
        <ul className={styles.list}>
          {workloads.map((workload) => (
            <li key={workload.id}>
              <LinkButton onClick={() => select({ type: 'workload', id: workload.id })}>{workload.name}</LinkButton>
              <span>
                <ShieldMark state={workload.ingress} direction="ingress" />
                <ShieldMark state={workload.egress} direction="egress" />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <FlowList
        title="Flows in from elsewhere"
        snapshot={snapshot}
        {...flowsIn}
        end="from"
        namesBoth
        own={null}
        empty="Nothing outside it may reach it."
      />
      <FlowList
        title="Flows out to elsewhere"
        snapshot={snapshot}
        {...flowsOut}
        end="to"
        namesBoth
        own={null}
        empty="It may reach nothing outside itself."
      />
      <PolicyLinks policies={policies} empty="It has no policies: everything in it is open." />
    </>
  );
}
