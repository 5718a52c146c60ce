import { CircleAlert, CircleCheck, CircleMinus } from 'lucide-react';
import { formatMissCauses, type PolicyExplanation, type RuleExplanation } from '../../engine/index.ts';
import { nameOf } from '../node/Endpoint.ts';
import { SourceLink } from '../source/SourceLink.tsx';
import { formatPeer } from './formatSelected.ts';
import { formatRule } from './formatRule.ts';
import { LostFlows } from './LostFlows.tsx';
import styles from './PolicyRules.module.css';

/** One rule: what it is good for, whom it takes in, and the flows that hang on it. */
export function RuleItem({ rule, policy }: { rule: RuleExplanation; policy: PolicyExplanation['policy'] }) {
  const { direction, peers, ports, use, onlyCount, only } = rule;
  const Icon = use === 'needed' ? CircleCheck : use === 'covered' ? CircleMinus : CircleAlert;
  const name = formatRule(rule.rule, direction);
  const context = { direction, subject: nameOf(policy), other: 'the other end', port: null };
  return (
    <li className={styles.rule} aria-label={name}>
      <h4 className={styles.heading}>
        <span>{name.charAt(0).toUpperCase() + name.slice(1)}</span>
        <SourceLink at={{ file: rule.rule.file, ...rule.rule.range }} />
      </h4>
      <p className={styles.use} data-use={use}>
        <Icon size={14} aria-hidden />
        <span>
          <Use rule={rule} />
        </span>
      </p>
      <ul className={styles.items}>
        {peers === null ? <li>Any peer, in the cluster or outside</li> : null}
        {peers?.map((peer) => (
          <li key={peer.index}>
            <SourceLink at={{ file: peer.origin.file, ...peer.origin.range }}>{`Peer ${peer.index + 1}`}</SourceLink>:{' '}
            {formatPeer(peer)}
            {peer.nearest === null ? null : (
              <span className={styles.hint}>
                {' '}
                Closest is {nameOf(peer.nearest.pod)}: the peer{' '}
                {formatMissCauses(peer.nearest.causes, { ...context, other: nameOf(peer.nearest.pod) })}.
              </span>
            )}
          </li>
        ))}
        {ports?.map((port) =>
          port.cause === null && port.matched === port.destinations ? null : (
            <li key={port.index}>
              <SourceLink at={{ file: port.origin.file, ...port.origin.range }}>{`Port ${port.index + 1}`}</SourceLink>
              {port.matched === port.destinations ? null : `: at ${port.matched} of ${port.destinations} destinations`}
              {port.cause === null ? null : (
                <span className={styles.hint}>
                  {' '}
                  It {formatMissCauses([port.cause], { ...context, subject: 'its pods', other: 'the destinations' })}.
                </span>
              )}
            </li>
          ),
        )}
      </ul>
      {onlyCount > 0 ? <LostFlows flows={only} count={onlyCount} /> : null}
    </li>
  );
}

function Use({ rule: { use, onlyCount, flowCount, coveredBy, direction } }: { rule: RuleExplanation }) {
  switch (use) {
    case 'needed':
      if (flowCount === 1) return 'Its only flow would go with it.';
      return `${onlyCount === flowCount ? 'All' : `${onlyCount} of`} its ${flowCount} flows would go with it.`;
    case 'blocked':
      return 'Nothing flows because of it: all the other ends deny it.';
    case 'idle':
      return 'It allows nothing here.';
    case 'ignored':
      return `Without effect: policyTypes does not list ${direction === 'ingress' ? 'Ingress' : 'Egress'}.`;
    case 'covered':
      return (
        <>
          Adds nothing: allowed by{' '}
          {coveredBy.map((origin, index) => (
            <span key={index}>
              {index > 0 ? ', ' : ''}
              <SourceLink at={{ file: origin.file, ...origin.range }}>
                {`${nameOf(origin.policy)} ${formatRule(origin, direction)}`}
              </SourceLink>
            </span>
          ))}{' '}
          as well.
        </>
      );
  }
}
