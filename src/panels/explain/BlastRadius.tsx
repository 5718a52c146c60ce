import { useState } from 'react';
import type { BlastRadius as Answer } from '../../engine/index.ts';
import { askBlastRadius } from '../../store/actions/queryActions.ts';
import type { NodeId } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { EndpointLink } from '../node/EndpointLink.tsx';
import { findEndpoint, formatEndpoint } from '../node/Endpoint.ts';
import { describeReach, formatStepPorts, listWay } from './describeReach.ts';
import { useAnswer } from './useAnswer.ts';
import styles from './BlastRadius.module.css';

const shownAtMost = 100;

/** What a compromised pod could reach step by step, and who could get to it. Asked for when opened. */
export const BlastRadius = ({ node }: { node: NodeId }) => (
  <Section title="Step by step" startsClosed>
    <Reach node={node} direction="out" />
    <Reach node={node} direction="in" />
  </Section>
);

const titles = { out: 'If it is compromised, it can get to', in: 'These can get to it' };

function Reach({ node, direction }: { node: NodeId; direction: Answer['direction'] }) {
  const [isOpen, setIsOpen] = useState(false);
  const answer = useAnswer(`${node} ${direction}`, () => askBlastRadius(node, direction));
  if (answer === null) return <p className={styles.quiet}>Following the flows…</p>;
  return (
    <div className={styles.reach}>
      <h4 className={styles.title}>{titles[direction]}</h4>
      <p>{describeReach(answer)}</p>
      {answer.reached.length > 0 ? (
        <LinkButton aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Hide the ways' : 'Show the ways'}
        </LinkButton>
      ) : null}
      {isOpen ? <Ways answer={answer} /> : null}
    </div>
  );
}

function Ways({ answer }: { answer: Answer }) {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  if (snapshot === null) return null;
  const { reached, direction } = answer;
  const nameOf = (id: string): string => formatEndpoint(findEndpoint(snapshot, id));
  return (
    <>
      <ol className={styles.ways} aria-label={titles[direction]}>
        {reached.slice(0, shownAtMost).map((each, position) => {
          const between = listWay(answer, position).map(nameOf);
          return (
            <li key={each.id} data-certainty={each.certainty}>
              <span className={styles.steps} title={`${each.steps} ${each.steps === 1 ? 'step' : 'steps'}`}>
                {each.steps}
              </span>
              <span className={styles.what}>
                <EndpointLink endpoint={findEndpoint(snapshot, each.id)} />
                {between.length > 0 ? <span className={styles.quiet}> through {between.join(' → ')}</span> : null}
                <span className={styles.ports}>{formatStepPorts(each)}</span>
              </span>
            </li>
          );
        })}
      </ol>
      {reached.length > shownAtMost ? <p className={styles.quiet}>{reached.length - shownAtMost} more.</p> : null}
    </>
  );
}
