import { useState } from 'react';
import type { IntentTarget, WorkspaceSnapshot } from '../../engine/index.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { formatEnd, toTarget, type EndValue } from './EndValue.ts';
import { PlanDialog } from './PlanDialog.tsx';
import styles from './Plan.module.css';

export interface IsolateDialogProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly mode: 'isolate' | 'open';
  readonly target: EndValue;
}

type Sides = 'ingress' | 'egress' | 'both';

const directionsOf = (sides: Sides): readonly ('ingress' | 'egress')[] =>
  sides === 'both' ? ['ingress', 'egress'] : [sides];

/** Isolates a workload or a namespace, or ends its isolation. */
export function IsolateDialog({ snapshot, mode, target: value }: IsolateDialogProps) {
  const [sides, setSides] = useState<Sides>('both');
  const [dns, setDns] = useState(true);
  const [freeze, setFreeze] = useState(false);
  const target = toTarget(value) as Exclude<IntentTarget, { type: 'addresses' }>;
  const directions = directionsOf(sides);
  const name = formatEnd(snapshot, value);
  const isIsolate = mode === 'isolate';
  return (
    <PlanDialog
      snapshot={snapshot}
      title={isIsolate ? `Isolate ${name}` : `Open ${name}`}
      description={
        isIsolate
          ? 'Only what rules allow flows then.'
          : 'No policy isolates it any more: everything flows, as far as the other end lets it.'
      }
      danger={!isIsolate}
      action={isIsolate ? 'Isolate' : 'Open'}
      waiting=""
      intent={isIsolate ? { type: 'isolate', target, directions, dns, freeze } : { type: 'open', target, directions }}
    >
      <div className={styles.fields}>
        <RadioCards
          label="Directions"
          value={sides}
          onChange={setSides}
          choices={[
            { value: 'both', label: 'Ingress and egress' },
            { value: 'ingress', label: 'Ingress' },
            { value: 'egress', label: 'Egress' },
          ]}
        />
        {isIsolate ? (
          <>
            {sides === 'ingress' ? null : (
              <Checkbox
                label="Keep DNS within reach"
                detail="egress to the name servers, UDP and TCP"
                checked={dns}
                onChange={setDns}
              />
            )}
            <Checkbox
              label="Freeze what flows today"
              detail="as explicit rules, so that nothing breaks now"
              checked={freeze}
              onChange={setFreeze}
            />
          </>
        ) : null}
      </div>
    </PlanDialog>
  );
}
