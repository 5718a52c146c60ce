import { useMemo } from 'react';
import type { EditPlan } from '../../engine/index.ts';
import { usePolder } from '../../store/store.ts';
import { DiffText } from '../../ui/DiffText.tsx';
import { planLines } from './planLines.ts';
import styles from './Plan.module.css';

const typeWords = { change: 'changed', create: 'new file', remove: 'removed' };

/** The YAML that a plan will write, file by file. */
export function PlanText({ plan }: { plan: EditPlan }) {
  const files = usePolder(({ workspace }) => workspace.files);
  const shown = useMemo(
    () => planLines(plan, (file) => files.find(({ path }) => path === file)?.text ?? ''),
    [plan, files],
  );
  return (
    <div className={styles.stack}>
      {shown.map(({ file, type, lines }) => (
        <div key={file}>
          <p className={styles.file}>
            <span>{file}</span> <span className={styles.quiet}>{typeWords[type]}</span>
          </p>
          <DiffText label={`Changes in ${file}`} lines={lines} />
        </div>
      ))}
    </div>
  );
}
