import { useState } from 'react';
import { formatPortSet, isEmptyPortSet, type LostFlow } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { usePolder } from '../../store/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { findEndpoint, formatEndpoint } from '../node/Endpoint.ts';
import styles from './PolicyRules.module.css';

const shownAtFirst = 5;

/** Flows that hang on one rule; the list may be the beginning of `count`. */
export function LostFlows({ flows, count }: { flows: readonly LostFlow[]; count: number }) {
  const [showsAll, setShowsAll] = useState(false);
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  if (snapshot === null) return null;
  const shown = showsAll ? flows : flows.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.flows} aria-label="Flows that only this rule allows">
        {shown.map(({ from, to, ports, uncertain }) => (
          <li key={`${from} ${to}`}>
            <LinkButton onClick={() => select({ type: 'flow', from, to })}>
              {`${formatEndpoint(findEndpoint(snapshot, from))} → ${formatEndpoint(findEndpoint(snapshot, to))}`}
            </LinkButton>
            <span className={styles.ports}>
              {isEmptyPortSet(ports) ? `perhaps ${formatPortSet(uncertain)}` : formatPortSet(ports)}
            </span>
          </li>
        ))}
      </ul>
      {count > shown.length ? (
        <p className={styles.quiet}>
          {showsAll ? (
            `${count - shown.length} more.`
          ) : (
            <LinkButton
              onClick={() => setShowsAll(true)}
            >{`Show ${flows.length === count ? 'all' : 'the first'} ${flows.length}`}</LinkButton>
          )}
        </p>
      ) : null}
    </>
  );
}
