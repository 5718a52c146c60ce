import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Direction } from '../../engine/index.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { SourceLink } from '../source/SourceLink.tsx';
import { useForm } from './FormContext.ts';
import { NewRule } from './NewRule.tsx';
import { RuleFields } from './RuleFields.tsx';
import styles from './Form.module.css';

/** Rules open by themselves as long as there are few. */
const fewRules = 2;

/** Whether the policy isolates a direction, and what it lets through. */
export function DirectionFields({ direction }: { direction: Direction }) {
  const { form, disabled, edit } = useForm();
  const [adding, setAdding] = useState(false);
  const rules = form.rules[direction];
  const isolates = form.types[direction];
  const other = direction === 'ingress' ? 'egress' : 'ingress';
  const title = direction === 'ingress' ? 'Ingress' : 'Egress';
  return (
    <Section title={title} count={rules.length}>
      <Checkbox
        label={`Isolates ${direction}`}
        detail={
          isolates
            ? rules.length === 0
              ? 'No rule: nothing is let through.'
              : 'Only what a rule here, or in another policy, allows.'
            : 'This policy leaves it alone.'
        }
        checked={isolates}
        disabled={disabled || (isolates && !form.types[other])}
        onChange={(wanted) => void edit(`types ${direction}`, { type: 'setIsolation', direction, isolates: wanted })}
      />
      {!isolates && rules.length > 0 ? (
        <Notice tone="warning" boxed>
          These rules have no effect: {title} is not among the policy types.
        </Notice>
      ) : null}
      <ul className={styles.rules}>
        {rules.map((rule, index) =>
          'type' in rule ? (
            <li key={index} className={styles.itemHead}>
              <span className={styles.quiet}>As written; edit the text</span>
              <SourceLink at={rule.at} short />
            </li>
          ) : (
            <RuleFields
              key={index}
              place={{ direction, rule: index }}
              rule={rule}
              startsOpen={rules.length <= fewRules}
            />
          ),
        )}
      </ul>
      {adding ? (
        <NewRule direction={direction} onDone={() => setAdding(false)} />
      ) : isolates ? (
        <LinkButton disabled={disabled} onClick={() => setAdding(true)}>
          <Plus size={12} aria-hidden /> Add {direction} rule
        </LinkButton>
      ) : null}
    </Section>
  );
}
