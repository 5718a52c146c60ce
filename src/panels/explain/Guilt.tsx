import { formatMissingFact, formatSettling, type CauseContext, type EndReason } from '../../engine/index.ts';
import { NearMissItem } from './NearMissItem.tsx';
import styles from './Guilt.module.css';

/** The one thing that most likely keeps a flow from being allowed, or from being certain. */
export function Guilt({ reason, context }: { reason: EndReason; context: CauseContext }) {
  const [miss] = reason.nearMisses;
  const [fact] = reason.missing;
  if (miss === undefined && fact === undefined) return null;
  return (
    <section className={styles.guilt} data-verdict={reason.verdict} aria-label="Most likely cause">
      {miss === undefined ? null : (
        <>
          <h4 className={styles.title}>
            Most likely, at the {reason.direction} of {context.subject}:
          </h4>
          <NearMissItem miss={miss} context={context} />
        </>
      )}
      {fact === undefined ? null : (
        <>
          <h4 className={styles.title}>Not certain, because</h4>
          <p>{formatMissingFact(fact)}.</p>
          <p className={styles.quiet}>To settle it, {formatSettling(fact)}.</p>
        </>
      )}
    </section>
  );
}
