import { CircleQuestionMark } from 'lucide-react';
import { useMemo } from 'react';
import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { countUncertain } from '../../store/selectors.ts';
import { usePolder } from '../../store/store.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { KnowledgePopover } from './KnowledgePopover.tsx';
import styles from './Knowledge.module.css';

/** How many flows the import leaves open, or that what it does not say counts as absent. Nothing when all is known. */
export function UncertainFlows({ snapshot }: { snapshot: WorkspaceSnapshot }) {
  const assumeComplete = usePolder(({ workspace }) => workspace.assumeComplete);
  const count = useMemo(() => countUncertain(snapshot), [snapshot]);
  if (count === 0 && !assumeComplete) return null;
  return (
    <KnowledgePopover
      align="start"
      side="top"
      trigger={
        <button type="button" className={styles.count} data-uncertain={assumeComplete ? undefined : ''}>
          <CircleQuestionMark size={13} aria-hidden />
          {assumeComplete ? 'Uncertain: taken as absent' : formatCount(count, 'uncertain flow')}
        </button>
      }
    />
  );
}
