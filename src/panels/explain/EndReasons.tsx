import { ShieldCheck, ShieldX } from 'lucide-react';
import { formatNearMiss, formatPortSet, type EndReason } from '../../engine/index.ts';
import type { Endpoint } from '../node/Endpoint.ts';
import { nameOf } from '../node/Endpoint.ts';
import { SourceLink } from '../source/SourceLink.tsx';
import { formatAdmittingRule, formatRule } from './formatRule.ts';
import styles from './EndReasons.module.css';

/** What one end says about a pair: the policies that isolate it and the rules that admit, or why nothing does. */
export function EndReasons({ reason, endpoint }: { reason: EndReason; endpoint: Endpoint }) {
  const passes = reason.state !== 'isolated' || reason.admitting.length > 0;
  const Icon = passes ? ShieldCheck : ShieldX;
  return (
    <section className={styles.end} aria-label={`${reason.direction} at ${endpoint.name}`}>
      <h4 className={styles.heading} data-passes={passes ? '' : undefined}>
        <Icon size={15} aria-hidden />
        <span>
          {reason.direction === 'egress' ? 'Egress from' : 'Ingress to'} <strong>{endpoint.name}</strong>:{' '}
          {passes ? 'passes' : 'denied'}
        </span>
      </h4>
      <div className={styles.body}>
        <Situation reason={reason} />
        {reason.admitting.length > 0 ? (
          <ul className={styles.rules}>
            {reason.admitting.map((admitting, index) => (
              <li key={index} className={styles.rule}>
                <span className={styles.policy}>{nameOf(admitting.rule.policy)}</span>
                <SourceLink
                  at={{ file: admitting.rule.file, ...(admitting.peerOrigin?.range ?? admitting.rule.range) }}
                />
                <span className={styles.detail}>
                  {formatAdmittingRule(admitting, reason.direction)} · {formatPortSet(admitting.ports)}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
        {passes || reason.nearMisses.length === 0 ? null : <NearMisses reason={reason} />}
      </div>
    </section>
  );
}

function Situation({ reason }: { reason: EndReason }) {
  switch (reason.state) {
    case 'open':
      return <p>No policy selects it for {reason.direction}, so everything is allowed here.</p>;
    case 'external':
      return <p>Outside the cluster: no policy is evaluated there.</p>;
    case 'hostNetwork':
      return <p>It uses the network of its node: policies never select it.</p>;
    case 'self':
      return <p>A pod always reaches itself.</p>;
    case 'node':
      return <p>Traffic between a pod and its own node is always allowed.</p>;
    case 'isolated':
      return (
        <p>
          Isolated by{' '}
          {reason.isolatedBy.map(({ policy, origin }, index) => (
            <span key={policy}>
              {index > 0 ? ', ' : ''}
              <SourceLink at={{ file: origin.file, ...origin.range }}>{nameOf(policy)}</SourceLink>
            </span>
          ))}
          {reason.admitting.length > 0 ? '; allowed by' : '; no rule allows it.'}
        </p>
      );
  }
}

const NearMisses = ({ reason }: { reason: EndReason }) => (
  <ul className={styles.rules} aria-label="What comes closest">
    {reason.nearMisses.map(({ policy, rule, because }, index) => (
      <li key={index} className={styles.rule}>
        <span className={styles.policy}>{nameOf(policy)}</span>
        {rule ? <SourceLink at={{ file: rule.file, ...rule.range }} /> : null}
        <span className={styles.detail}>
          {rule ? `${formatRule(rule, reason.direction)}: ` : ''}
          {formatNearMiss(because)}
        </span>
      </li>
    ))}
  </ul>
);
