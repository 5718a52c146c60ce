import { ShieldCheck, ShieldQuestionMark, ShieldX } from 'lucide-react';
import { useState } from 'react';
import { formatMissingFact, formatPortSet } from '../../engine/index.ts';
import type { AdmittingRule, CauseContext, EndReason, NearMiss } from '../../engine/index.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { nameOf } from '../node/Endpoint.ts';
import { SourceLink } from '../source/SourceLink.tsx';
import { formatAdmittingRule } from './formatRule.ts';
import { NearMissItem } from './NearMissItem.tsx';
import { Situation } from './Situation.tsx';
import styles from './EndReasons.module.css';

export interface EndReasonsProps {
  readonly reason: EndReason;
  /** What the end is called here. */
  readonly name: string;
  readonly context: CauseContext;
  /** Its first reason stands above both ends already. */
  readonly isGuilty: boolean;
}

const marks = {
  allowed: { Icon: ShieldCheck, word: 'passes' },
  denied: { Icon: ShieldX, word: 'denied' },
  uncertain: { Icon: ShieldQuestionMark, word: 'uncertain' },
};

/** What one end says about a pair: the policies that isolate it and the rules that admit, or why nothing does. */
export function EndReasons({ reason, name, context, isGuilty }: EndReasonsProps) {
  const { Icon, word } = marks[reason.verdict];
  const misses = isGuilty ? reason.nearMisses.slice(1) : reason.nearMisses;
  const facts = isGuilty ? reason.missing.slice(1) : reason.missing;
  return (
    <section className={styles.end} aria-label={`${reason.direction} at ${name}`}>
      <h4 className={styles.heading} data-verdict={reason.verdict}>
        <Icon size={15} aria-hidden />
        <span>
          {reason.direction === 'egress' ? 'Egress from' : 'Ingress to'} <strong>{name}</strong>: {word}
        </span>
      </h4>
      <div className={styles.body}>
        <Situation reason={reason} />
        {reason.admitting.length > 0 ? (
          <ul className={styles.rules}>
            {reason.admitting.map((admitting, index) => (
              <AdmittingItem key={index} admitting={admitting} direction={reason.direction} />
            ))}
          </ul>
        ) : null}
        {facts.map((fact, index) => (
          <p key={index}>Not known: {formatMissingFact(fact)}.</p>
        ))}
        {misses.length > 0 ? <NearMisses misses={misses} context={context} isGuilty={isGuilty} /> : null}
      </div>
    </section>
  );
}

function AdmittingItem({ admitting, direction }: { admitting: AdmittingRule; direction: EndReason['direction'] }) {
  const { rule, peerOrigin, match, ports } = admitting;
  return (
    <li className={styles.rule}>
      <span className={styles.policy}>{nameOf(rule.policy)}</span>
      <SourceLink at={{ file: rule.file, ...(peerOrigin?.range ?? rule.range) }} />
      <span className={styles.detail}>
        {match === 'maybe' ? 'perhaps: ' : ''}
        {formatAdmittingRule(admitting, direction)} · {formatPortSet(ports)}
      </span>
    </li>
  );
}

/** Behind a button where the likeliest is shown above: the others are for those who want to know all. */
function NearMisses({
  misses,
  context,
  isGuilty,
}: {
  misses: readonly NearMiss[];
  context: CauseContext;
  isGuilty: boolean;
}) {
  const [isOpen, setIsOpen] = useState(!isGuilty);
  return (
    <>
      {isGuilty ? (
        <LinkButton onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen
            ? 'Hide the others'
            : `${misses.length} more ${misses.length === 1 ? 'policy does' : 'policies do'} not allow it`}
        </LinkButton>
      ) : null}
      {isOpen ? (
        <ul className={styles.rules} aria-label="What comes closest">
          {misses.map((miss, index) => (
            <li key={index}>
              <NearMissItem miss={miss} context={context} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
