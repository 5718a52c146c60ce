import { formatMissCauses, type CauseContext, type NearMiss } from '../../engine/index.ts';
import { nameOf } from '../node/Endpoint.ts';
import { SourceLink } from '../source/SourceLink.tsx';
import { formatMissPlace } from './formatRule.ts';
import styles from './EndReasons.module.css';

/** What comes close to allowing it, in one sentence with its lines. */
export function NearMissItem({ miss, context }: { miss: NearMiss; context: CauseContext }) {
  const place = formatMissPlace(miss, context.direction);
  return (
    <p className={styles.rule}>
      <span className={styles.policy}>{nameOf(miss.policy)}</span>
      <SourceLink at={{ file: miss.origin.file, ...miss.origin.range }} />
      <span className={styles.detail}>
        {place === null ? 'It' : `${place.charAt(0).toUpperCase()}${place.slice(1)}`}{' '}
        {formatMissCauses(miss.causes, context)}.
      </span>
    </p>
  );
}
