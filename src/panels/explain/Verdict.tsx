import { Ban, Check, CircleQuestionMark } from 'lucide-react';
import { formatPortSet, type CauseContext, type EndReason, type FlowExplanation } from '../../engine/index.ts';
import { usePolder } from '../../store/store.ts';
import { findEndpoint, formatEndpoint } from '../node/Endpoint.ts';
import { EndReasons } from './EndReasons.tsx';
import { Guilt } from './Guilt.tsx';
import styles from './Verdict.module.css';

/** The verdict on a pair in one line, what is to blame for it, then the reasons of both ends. */
export interface VerdictProps {
  readonly explanation: FlowExplanation;
  /** What the flow table says of the pair, all pods considered: words and ports. */
  readonly flow?: { readonly words: string; readonly ports: string } | undefined;
}

const marks = {
  allowed: { Icon: Check, word: 'Allowed' },
  denied: { Icon: Ban, word: 'Denied' },
  uncertain: { Icon: CircleQuestionMark, word: 'Uncertain' },
};

export function Verdict({ explanation, flow }: VerdictProps) {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const assumeComplete = usePolder(({ workspace }) => workspace.assumeComplete);
  if (snapshot === null) return null;
  const { verdict, port, egress, ingress, guilty, servicePort } = explanation;
  const { Icon, word } = marks[verdict];
  const from = findEndpoint(snapshot, explanation.from);
  const to = findEndpoint(snapshot, explanation.to);
  const contextOf = ({ direction }: EndReason): CauseContext => {
    const [subject, other] = direction === 'egress' ? [from, to] : [to, from];
    return { direction, subject: formatEndpoint(subject), other: formatEndpoint(other), port };
  };
  return (
    <div className={styles.verdict}>
      <p className={styles.line} data-verdict={verdict} role="status">
        <Icon size={15} strokeWidth={2.5} aria-hidden />
        <strong>{verdict === 'allowed' ? (flow?.words ?? allowedWord(explanation)) : word}</strong>
        <span>{port ? `${port.protocol} ${port.port}` : wholePair(explanation, flow)}</span>
      </p>
      {explanation.sameForAllPods ? null : (
        <p className={styles.note}>Its pods differ; these are the reasons for one pair of them.</p>
      )}
      {assumeComplete ? (
        <p className={styles.note}>The import is assumed to be complete: what it does not say counts as absent.</p>
      ) : null}
      {guilty === null ? null : <Guilt reason={explanation[guilty]} context={contextOf(explanation[guilty])} />}
      {servicePort === null ? null : (
        <p className={styles.note}>
          {servicePort.port} is the port of the Service {servicePort.service}; connections arrive at{' '}
          {servicePort.targets.join(', ')}.
        </p>
      )}
      {[egress, ingress].map((reason) => (
        <EndReasons
          key={reason.direction}
          reason={reason}
          name={(reason.direction === 'egress' ? from : to).name}
          context={contextOf(reason)}
          isGuilty={reason.direction === guilty}
        />
      ))}
    </div>
  );
}

/** Pairs that are open at both ends are no rows of the flow table. */
const allowedWord = ({ egress, ingress }: FlowExplanation): string =>
  [egress, ingress].every(({ state }) => state === 'open' || state === 'external') ? 'Open by default' : 'Allowed';

function wholePair({ verdict, ports, uncertain }: FlowExplanation, flow: VerdictProps['flow']): string {
  if (verdict === 'denied') return 'on every port';
  return verdict === 'allowed' ? (flow?.ports ?? formatPortSet(ports)) : formatPortSet(uncertain);
}
