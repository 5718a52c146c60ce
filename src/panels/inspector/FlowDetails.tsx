import { ArrowDown, Plus, Trash2 } from 'lucide-react';
import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { openDialog } from '../../store/actions/dialogActions.ts';
import type { NodeId } from '../../store/state.ts';
import { Button } from '../../ui/Button.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { EndpointLink } from '../node/EndpointLink.tsx';
import { findEndpoint, type Endpoint } from '../node/Endpoint.ts';
import { useExplanation } from '../explain/useExplanation.ts';
import { Verdict } from '../explain/Verdict.tsx';
import { formatFlowPorts, listFlows } from '../flow/listFlows.ts';
import { findNode } from '../../store/selectors.ts';
import styles from './FlowDetails.module.css';

const kindWords = {
  rule: 'Allowed by rule',
  open: 'Open by default',
  partial: 'Allowed by rule',
  uncertain: 'Uncertain',
};

export function FlowDetails({ snapshot, from, to }: { snapshot: WorkspaceSnapshot; from: NodeId; to: NodeId }) {
  const explanation = useExplanation({ from, to, port: null });
  const fromNode = findNode(snapshot, from);
  const toNode = findNode(snapshot, to);
  const flow = listFlows(snapshot, (a, b) => a === fromNode && b === toNode)[0];
  return (
    <div className={styles.flow}>
      <h2 className={styles.ends}>
        <End endpoint={findEndpoint(snapshot, from)} />
        <ArrowDown className={styles.arrow} size={15} aria-label="to" />
        <End endpoint={findEndpoint(snapshot, to)} />
      </h2>
      <div className={styles.actions}>
        <Button
          size="s"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => openDialog({ type: 'flow', intent: 'allow', from, to, ports: null })}
        >
          {flow && flow.kind !== 'uncertain' ? 'Allow more ports…' : 'Allow this flow…'}
        </Button>
        {flow ? (
          <Button
            size="s"
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => openDialog({ type: 'flow', intent: 'deny', from, to, ports: null })}
          >
            Deny this flow…
          </Button>
        ) : null}
      </div>
      {explanation ? (
        <Verdict
          explanation={explanation}
          flow={flow && { words: kindWords[flow.kind], ports: formatFlowPorts(flow) }}
        />
      ) : (
        <p className={styles.quiet}>Looking for the reasons…</p>
      )}
    </div>
  );
}

const End = ({ endpoint }: { endpoint: Endpoint }) => (
  <span className={styles.end}>
    <KindIcon kind={endpoint.kind} size={15} />
    <EndpointLink endpoint={endpoint} />
    <span className={styles.quiet}>
      {endpoint.namespace === null ? 'outside the cluster' : `${endpoint.kind} in ${endpoint.namespace}`}
    </span>
  </span>
);
