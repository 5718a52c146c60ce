import { useState } from 'react';
import type { FormPodPeer, FormRequirement, FormSelector, SelectorQuestion } from '../../engine/index.ts';
import { Select } from '../../ui/Select.tsx';
import { SelectorFields } from './SelectorFields.tsx';
import styles from './Form.module.css';

export type PeerSelector = 'pods' | 'namespaces';

export interface PodPeerFieldsProps {
  readonly label: string;
  readonly namespace: string;
  readonly peer: FormPodPeer;
  readonly disabled: boolean;
  readonly onScope: (scope: 'own' | 'all') => void;
  readonly onAdd: (of: PeerSelector, requirement: FormRequirement) => Promise<string | null>;
  readonly onSet: (of: PeerSelector, position: number, requirement: FormRequirement) => Promise<string | null>;
  readonly onRemove: (of: PeerSelector, position: number) => void;
}

const everything: FormSelector = { requirements: [] };

/** Pods by their labels, in the policy's namespace or in others. */
export function PodPeerFields(props: PodPeerFieldsProps) {
  const { label, namespace, peer, disabled, onScope, onAdd, onSet, onRemove } = props;
  const [wantsLabels, setWantsLabels] = useState(false);
  const { namespaces, pods } = peer;
  const byLabels = wantsLabels || (namespaces?.requirements.length ?? 0) > 0;
  const fieldsOf = (of: PeerSelector) => ({
    disabled,
    onAdd: (requirement: FormRequirement) => onAdd(of, requirement),
    onSet: (position: number, requirement: FormRequirement) => onSet(of, position, requirement),
    onRemove: (position: number) => onRemove(of, position),
  });
  const toQuestion = (selector: FormSelector): SelectorQuestion => ({ namespace, namespaces, pods: selector });
  return (
    <>
      <div className={styles.scope}>
        <Select
          label={`${label}: namespaces`}
          disabled={disabled}
          value={byLabels ? 'labels' : namespaces === null ? 'own' : 'all'}
          options={[
            { value: 'own', label: `in namespace ${namespace}` },
            { value: 'all', label: 'in every namespace' },
            { value: 'labels', label: 'in namespaces with a label' },
          ]}
          onChange={(value) => {
            // Nothing is written before there is a requirement: without one, every namespace would be let in.
            setWantsLabels(value === 'labels');
            if (value !== 'labels') onScope(value === 'own' ? 'own' : 'all');
          }}
        />
      </div>
      {byLabels ? (
        <>
          <p className={styles.part}>Labels of the namespaces</p>
          <SelectorFields
            label={`${label}: namespace labels`}
            of="namespaces"
            selector={namespaces ?? everything}
            startsAdding={wantsLabels}
            onCancel={() => setWantsLabels(false)}
            toQuestion={null}
            {...fieldsOf('namespaces')}
          />
          <p className={styles.part}>Labels of the pods</p>
        </>
      ) : null}
      <SelectorFields
        label={`${label}: pods`}
        of="pods"
        selector={pods ?? everything}
        toQuestion={toQuestion}
        {...fieldsOf('pods')}
      />
    </>
  );
}
