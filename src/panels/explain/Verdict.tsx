import { Ban, Check } from 'lucide-react';
import { formatPortSet, type FlowExplanation } from '../../engine/index.ts';
import { usePolder } from '../../store/store.ts';
import { findEndpoint } from '../node/Endpoint.ts';
import { EndReasons } from './EndReasons.tsx';
import styles from './Verdict.module.css';

/** The verdict on a pair in one line, then the reasons of both ends. */
export interface VerdictProps {
  readonly explanation: FlowExplanation;
  /** What the flow table says of the pair, all pods considered: words and ports. */
  readonly flow?: { readonly words: string; readonly ports: string } | undefined;
}

export function Verdict({ explanation, flow }: VerdictProps) {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  if (snapshot === null) return null;
  const { verdict, ports, port, egress, ingress } = explanation;
  const allowed = verdict === 'allowed';
  const Icon = allowed ? Check : Ban;
  return (
    <div className={styles.verdict}>
      <p className={styles.line} data-verdict={verdict} role="status">
        <Icon size={15} strokeWidth={2.5} aria-hidden />
        <strong>{allowed ? (flow?.words ?? 'Allowed') : 'Denied'}</strong>
        <span>
          {port ? `${port.protocol} ${port.port}` : allowed ? (flow?.ports ?? formatPortSet(ports)) : 'on every port'}
        </span>
      </p>
      {explanation.sameForAllPods ? null : (
        <p className={styles.note}>Its pods differ; these are the reasons for one pair of them.</p>
      )}
      <EndReasons reason={egress} endpoint={findEndpoint(snapshot, explanation.from)} />
      <EndReasons reason={ingress} endpoint={findEndpoint(snapshot, explanation.to)} />
    </div>
  );
}
