import { CircleSlash, FileWarning, Shield } from 'lucide-react';
import { useMemo, useState } from 'react';
import { reveal } from '../../store/actions/editorActions.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { usePolder } from '../../store/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tree } from '../../ui/Tree.tsx';
import { listPolicyRows, type PolicyRow } from './listPolicyRows.ts';
import styles from './PoliciesPanel.module.css';

/** Policies by namespace with what they select. */
export function PoliciesPanel() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const selection = usePolder((state) => state.selection);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => (snapshot ? listPolicyRows(snapshot, closed) : []), [snapshot, closed]);

  const toggle = ({ id }: PolicyRow) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  const activate = (row: PolicyRow) => {
    if (row.type === 'group') toggle(row);
    else if (row.type === 'policy') select({ type: 'policy', id: row.policy.id });
    else if (row.type === 'invalid') reveal(row.problem.at);
    else reveal(row.kind.first);
  };

  if (snapshot !== null && rows.length === 0) {
    return (
      <EmptyState icon={<Shield size={20} aria-hidden />} title="No policies">
        Without a policy every pod may reach every other. Draw a flow on the graph to write the first one.
      </EmptyState>
    );
  }
  return (
    <Tree
      label="Policies"
      rows={rows}
      selectedId={selection?.type === 'policy' ? selection.id : null}
      renderRow={(row) => <PolicyRowContent row={row} />}
      onActivate={activate}
      onToggle={toggle}
    />
  );
}

function PolicyRowContent({ row }: { row: PolicyRow }) {
  switch (row.type) {
    case 'group':
      return (
        <>
          <span className={styles.group} data-tone={row.tone}>
            {row.label}
          </span>
          <span className={styles.quiet}>{row.count}</span>
        </>
      );
    case 'policy': {
      const { selects } = row.policy;
      return (
        <>
          <Shield className={styles.icon} size={14} aria-hidden />
          <span className={styles.name} title={row.label}>
            {row.label}
          </span>
          {selects.length === 0 ? (
            <span className={styles.warning}>
              <CircleSlash size={12} aria-hidden /> selects nothing
            </span>
          ) : (
            <span className={styles.quiet}>selects {selects.length}</span>
          )}
        </>
      );
    }
    case 'invalid':
      return (
        <>
          <FileWarning className={styles.icon} size={14} aria-hidden />
          <span className={styles.name}>{row.label}</span>
          <span className={styles.warning}>invalid</span>
        </>
      );
    case 'notEvaluated':
      return (
        <>
          <FileWarning className={styles.icon} size={14} aria-hidden />
          <span className={styles.name} title={row.kind.apiVersion}>
            {row.label}
          </span>
          <span className={styles.quiet}>{row.kind.count}</span>
        </>
      );
  }
}
