import type { EndReason } from '../../engine/index.ts';
import { usePolder } from '../../store/store.ts';
import { formatAdmittingRule } from '../explain/formatRule.ts';
import { useExplanation } from '../explain/useExplanation.ts';
import { nameOf } from '../node/Endpoint.ts';
import { lineAt } from '../source/lineAt.ts';
import styles from './Plan.module.css';

/** Which rules allow a flow between two nodes today, at either end. */
export function RulesThatAllow({ from, to }: { from: string; to: string }) {
  const explanation = useExplanation({ from, to, port: null });
  if (!explanation) return null;
  return (
    <div className={styles.rulesThatAllow}>
      <h3 className={styles.heading}>Rules that allow it</h3>
      <ul className={styles.rules}>
        <EndRules end={explanation.egress} />
        <EndRules end={explanation.ingress} />
      </ul>
    </div>
  );
}

function EndRules({ end }: { end: EndReason }) {
  const files = usePolder(({ workspace }) => workspace.files);
  if (end.admitting.length === 0) {
    return (
      <li className={styles.quiet}>
        {end.direction === 'egress' ? 'Egress' : 'Ingress'}:{' '}
        {end.state === 'open' ? 'open, no policy selects this end' : 'no rule'}
      </li>
    );
  }
  return end.admitting.map((admitting, index) => {
    const { rule } = admitting;
    const line = lineAt(files.find(({ path }) => path === rule.file)?.text ?? '', rule.range.start);
    return (
      <li key={index}>
        <strong>{nameOf(rule.policy)}</strong>
        <span className={styles.quiet}>
          {formatAdmittingRule(admitting, end.direction)} · {rule.file}:{line}
        </span>
      </li>
    );
  });
}
