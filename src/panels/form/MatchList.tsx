import { useState } from 'react';
import type { SelectorMatches, SelectorQuestion } from '../../engine/index.ts';
import { askMatches } from '../../store/actions/formActions.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnswer } from '../explain/useAnswer.ts';
import { EndpointLink } from '../node/EndpointLink.tsx';
import { formatMatches, formatNamespaces, formatPods } from './formatMatches.ts';
import styles from './Form.module.css';

/** As many without asking for more. */
const shownAtFirst = 4;

/** The pods that a selector takes in, as one types. */
export function MatchList({ question }: { question: SelectorQuestion }) {
  const answer = useAnswer(JSON.stringify(question), () => askMatches(question));
  const [shown, setShown] = useState<SelectorMatches | null>(null);
  const [all, setAll] = useState(false);
  // What matched before stays until the new answer is there: nothing flickers while one types.
  if (answer !== null && answer !== shown) setShown(answer);
  const matches = answer ?? shown;
  if (matches === null) return <p className={styles.matches}>Looking…</p>;
  const { workloads, workloadCount } = matches;
  const listed = all ? workloads : workloads.slice(0, shownAtFirst);
  return (
    <div className={styles.matches} data-busy={answer === null || undefined}>
      <p role="status" data-empty={workloadCount === 0 || undefined}>
        {formatMatches(matches)}
      </p>
      {matches.namespaces ? <p>{formatNamespaces(matches.namespaces)}</p> : null}
      {listed.length > 0 ? (
        <ul aria-label="Pods that match">
          {listed.map((workload) => (
            <li key={workload.id}>
              <EndpointLink endpoint={workload} />
              <span>{formatPods(workload, question.namespace)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {workloadCount > listed.length ? (
        all ? (
          <p>{workloadCount - listed.length} more are not listed.</p>
        ) : (
          <LinkButton onClick={() => setAll(true)}>{workloadCount - listed.length} more</LinkButton>
        )
      ) : null}
    </div>
  );
}
