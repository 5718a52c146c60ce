import { findProfile } from '../../engine/index.ts';
import { usePolder } from '../../store/store.ts';
import { classNames } from '../../ui/classNames.ts';
import { KnowledgePopover } from './KnowledgePopover.tsx';
import styles from './Knowledge.module.css';

export interface VerdictBasisProps {
  readonly className: string | undefined;
  readonly align: 'start' | 'end';
  readonly side: 'top' | 'bottom';
  /** Without the words before the profile. */
  readonly isShort?: boolean;
}

/** Whose behaviour the verdicts follow, and what they make of what the import does not say. */
export function VerdictBasis({ className, align, side, isShort = false }: VerdictBasisProps) {
  const profile = usePolder(({ analysis }) => analysis.snapshot?.profile ?? 'kubernetes');
  const assumeComplete = usePolder(({ workspace }) => workspace.assumeComplete);
  return (
    <KnowledgePopover
      align={align}
      side={side}
      trigger={
        <button type="button" className={classNames(styles.basis, className)} title="What the verdicts rest on">
          {isShort ? null : <span className={styles.quiet}>Enforced by: </span>}
          {findProfile(profile)?.title ?? profile}
          {assumeComplete ? <span className={styles.quiet}> · assumed complete</span> : null}
        </button>
      }
    />
  );
}
