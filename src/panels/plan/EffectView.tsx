import { formatConsequence, type Consequence, type Effect, type WorkspaceSnapshot } from '../../engine/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { findEndpoint, formatEndpoint } from '../node/Endpoint.ts';
import { FlowChanges } from './FlowChanges.tsx';
import styles from './Plan.module.css';

/** As many consequences of one kind as are said one by one. */
const namedAtMost = 4;

/** What a plan does to who reaches whom: what was asked for, what goes along with it, and what breaks. */
export function EffectView({ snapshot, effect }: { snapshot: WorkspaceSnapshot; effect: Effect }) {
  const { changes, intended, counts, consequences, isCertain } = effect;
  const all = counts.gained + counts.lost + counts.changed;
  const others = all - intended;
  const wanted = changes.slice(0, intended);
  const collateral = changes.slice(intended);
  return (
    <>
      {isCertain ? null : (
        <Notice tone="warning" boxed>
          Afterwards it stays uncertain whether this holds: the import does not say enough.
        </Notice>
      )}
      <Consequences snapshot={snapshot} consequences={consequences} />
      <div>
        <h3 className={styles.heading}>
          {others > 0 && intended > 0 ? 'What you asked for' : 'Flows that change'}{' '}
          <span className={styles.quiet}>{others > 0 && intended > 0 ? intended : all}</span>
        </h3>
        {all === 0 ? (
          <p className={styles.quiet}>None: the text changes, who reaches whom does not.</p>
        ) : (
          <FlowChanges
            snapshot={snapshot}
            changes={intended > 0 ? wanted : collateral}
            total={intended > 0 ? intended : others}
            label="Flows that change"
          />
        )}
      </div>
      {others > 0 && intended > 0 ? (
        <div>
          <h3 className={styles.heading}>
            What else changes <span className={styles.quiet}>{others}</span>
          </h3>
          <FlowChanges snapshot={snapshot} changes={collateral} total={others} label="Flows that change besides" />
        </div>
      ) : null}
    </>
  );
}

function Consequences({
  snapshot,
  consequences,
}: {
  snapshot: WorkspaceSnapshot;
  consequences: readonly Consequence[];
}) {
  if (consequences.length === 0) return null;
  const nameOf = ({ node }: Consequence) => formatEndpoint(findEndpoint(snapshot, node));
  // What breaks names first; becoming isolated is often the very wish.
  const sorted = consequences.toSorted((a, b) => Number(b.code === 'DNS_LOST') - Number(a.code === 'DNS_LOST'));
  const shown = sorted.slice(0, namedAtMost);
  const isBreaking = consequences.some(({ code }) => code === 'DNS_LOST');
  return (
    <Notice tone={isBreaking ? 'error' : 'info'} boxed>
      <ul className={styles.consequences} aria-label="Consequences">
        {shown.map((one) => (
          <li key={`${one.code} ${one.node} ${one.direction}`}>{formatConsequence(one, nameOf(one))}</li>
        ))}
        {sorted.length > shown.length ? <li>And {sorted.length - shown.length} more like these.</li> : null}
      </ul>
    </Notice>
  );
}
