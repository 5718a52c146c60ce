import { FileCode2, SlidersHorizontal } from 'lucide-react';
import { Suspense, lazy } from 'react';
import { editPolicy } from '../../commands/editPolicy.ts';
import type { PolicyView, WorkspaceSnapshot } from '../../engine/index.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { MoreButton } from '../command/MoreButton.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { PolicyRules } from '../explain/PolicyRules.tsx';
import { EndpointLink } from '../node/EndpointLink.tsx';
import { ofWorkload } from '../node/Endpoint.ts';
import { SourceLink } from '../source/SourceLink.tsx';
import { DetailsHeader } from './DetailsHeader.tsx';
import { NamespaceLink } from './NamespaceLink.tsx';
import styles from './Details.module.css';

/** Only some who look at a policy edit it here. */
const PolicyFormPanel = lazy(() => import('../form/PolicyFormPanel.tsx'));

const sideWords = ({ isolates, ruleCounts }: PolicyView, direction: 'ingress' | 'egress'): string => {
  if (!isolates.includes(direction)) return 'leaves it alone';
  const rules = ruleCounts[direction];
  return rules === 0 ? 'isolates, allows nothing' : `isolates, ${rules} ${rules === 1 ? 'rule' : 'rules'}`;
};

export function PolicyDetails({ snapshot, policy }: { snapshot: WorkspaceSnapshot; policy: PolicyView }) {
  const asForm = usePolder(({ view }) => view.policyForm);
  return (
    <>
      <DetailsHeader
        kind="NetworkPolicy"
        what={
          <>
            {policy.kind} in <NamespaceLink name={policy.namespace} />
          </>
        }
        title={policy.name}
      >
        <Button size="s" icon={<SlidersHorizontal size={14} aria-hidden />} onClick={() => void editPolicy.run()}>
          {asForm ? 'Close the form' : 'Edit in a form'}
        </Button>
        <Button size="s" icon={<FileCode2 size={14} aria-hidden />} onClick={() => reveal(policy.at)}>
          YAML
        </Button>
        <MoreButton />
      </DetailsHeader>
      {asForm ? (
        <Suspense fallback={null}>
          <PolicyFormPanel key={policy.id} policy={policy.id} />
        </Suspense>
      ) : (
        <PolicyMeaning snapshot={snapshot} policy={policy} />
      )}
    </>
  );
}

/** What it does, and for whom. */
function PolicyMeaning({ snapshot, policy }: { snapshot: WorkspaceSnapshot; policy: PolicyView }) {
  const selected = policy.selects.flatMap((index) => snapshot.workloads[index] ?? []);
  return (
    <>
      <div className={styles.padded}>
        <Facts
          facts={[
            { name: 'Ingress', value: sideWords(policy, 'ingress') },
            { name: 'Egress', value: sideWords(policy, 'egress') },
            { name: 'Written in', value: <SourceLink at={policy.at} /> },
          ]}
        />
      </div>
      <Section title="Selects" count={selected.length}>
        {selected.length === 0 ? (
          <Notice tone="warning" boxed>
            It selects nothing in this workspace, so it has no effect.
          </Notice>
        ) : (
          <ul className={styles.list}>
            {selected.map((workload) => (
              <li key={workload.id}>
                <EndpointLink endpoint={ofWorkload(workload)} />
                <span className={styles.quiet}>{workload.kind}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <PolicyRules policy={policy.id} />
    </>
  );
}
