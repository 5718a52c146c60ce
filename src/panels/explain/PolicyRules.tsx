import { formatMissCauses, type ObjectId } from '../../engine/index.ts';
import { explainPolicy } from '../../store/actions/queryActions.ts';
import { Section } from '../../ui/Section.tsx';
import { nameOf } from '../node/Endpoint.ts';
import { RuleItem } from './RuleItem.tsx';
import { useAnswer } from './useAnswer.ts';
import styles from './PolicyRules.module.css';

/** A policy's rules one by one: what each is good for. */
export function PolicyRules({ policy }: { policy: ObjectId }) {
  const explanation = useAnswer(policy, () => explainPolicy(policy));
  if (explanation === null) return <p className={styles.waiting}>Looking at its rules…</p>;
  const { rules, nearest } = explanation;
  return (
    <Section title="Rules" count={rules.length}>
      {nearest === null ? null : (
        <p>
          Nearly: it{' '}
          {formatMissCauses(nearest.causes, {
            direction: 'ingress',
            subject: nameOf(nearest.pod),
            other: nameOf(nearest.pod),
            port: null,
          })}
          .
        </p>
      )}
      {rules.length === 0 ? <p className={styles.quiet}>It has none: what it selects is denied.</p> : null}
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <RuleItem key={`${rule.direction} ${rule.rule.index}`} rule={rule} policy={policy} />
        ))}
      </ul>
    </Section>
  );
}
