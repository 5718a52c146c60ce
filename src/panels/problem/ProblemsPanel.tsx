import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { reveal } from '../../store/actions/editorActions.ts';
import { usePolder } from '../../store/store.ts';
import { Count } from '../../ui/Count.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree } from '../../ui/Tree.tsx';
import { formatProblemOrHint } from './ProblemOrHint.ts';
import { listProblemRows, type ProblemRow } from './listProblemRows.ts';
import { SeverityMark } from './SeverityMark.tsx';
import { useProblemsAndHints } from './useProblemsAndHints.ts';
import styles from './ProblemsPanel.module.css';

/** Everything that could not be read, is likely a slip or needs a look, by file; a click opens the lines. */
export function ProblemsPanel() {
  const problems = useProblemsAndHints();
  const files = usePolder(({ workspace }) => workspace.files);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () =>
      listProblemRows(problems, {
        texts: new Map(files.map(({ path, text }) => [path, text])),
        closed,
        toSentence: formatProblemOrHint,
      }),
    [problems, files, closed],
  );
  const toggle = ({ id }: ProblemRow) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  if (rows.length === 0) {
    return (
      <EmptyState icon={<CircleCheck size={20} aria-hidden />} title="No problems">
        Everything in the files could be read, and nothing in them looks like a slip.
      </EmptyState>
    );
  }
  return (
    <Tree
      label="Problems"
      rows={rows}
      selectedId={null}
      renderRow={(row) => <ProblemRowContent row={row} />}
      onActivate={(row) => {
        if (row.type === 'file') toggle(row);
        else if (row.place !== null) reveal(row.problem.at);
      }}
      onToggle={toggle}
    />
  );
}

function ProblemRowContent({ row }: { row: ProblemRow }) {
  if (row.type === 'file') {
    return (
      <>
        <span className={styles.file}>{row.label}</span>
        <span className={styles.counts}>
          {row.errors > 0 ? <Count value={row.errors} tone="error" /> : null}
          {row.warnings > 0 ? <Count value={row.warnings} tone="warning" /> : null}
          {row.infos > 0 ? <Count value={row.infos} /> : null}
        </span>
      </>
    );
  }
  const sentence = row.label.slice(row.problem.severity.length + 2);
  return (
    <>
      <SeverityMark severity={row.problem.severity} />
      <span className={styles.sentence} title={sentence}>
        {sentence}
      </span>
      <span className={styles.code}>{row.problem.code}</span>
      {row.place ? <span className={styles.place}>{row.place}</span> : null}
    </>
  );
}
