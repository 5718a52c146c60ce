import { useEffect, useMemo, useState } from 'react';
import { formatFlowCounts, type ChangesView } from '../../engine/index.ts';
import { setOverlay } from '../../store/actions/changesActions.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { setShowOpenFlows } from '../../store/actions/viewActions.ts';
import { usePolder } from '../../store/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tree } from '../../ui/Tree.tsx';
import { findEndpoint, formatEndpoint } from '../node/Endpoint.ts';
import { SourceLink } from '../source/SourceLink.tsx';
import { ChangeRowContent } from './ChangeRowContent.tsx';
import { listChangeRows, type ChangeRow } from './listChangeRows.ts';
import { toOverlay } from './toOverlay.ts';
import styles from './ChangesPanel.module.css';

export interface FlowChangesViewProps {
  readonly view: ChangesView;
  /** Newer text is being compared. */
  readonly isBusy: boolean;
}

/** Flows that came, went or changed, under what they follow from; marked on the canvas while this is on the screen. */
export function FlowChangesView({ view, isBusy }: FlowChangesViewProps) {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const showOpenFlows = usePolder(({ view: { showOpenFlows } }) => showOpenFlows);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      listChangeRows(view, {
        toggled,
        nameOf: (id) => (snapshot === null ? id : formatEndpoint(findEndpoint(snapshot, id))),
      }),
    [view, toggled, snapshot],
  );
  const focused = rows.find(({ id }) => id === focusedId) ?? null;
  const overlay = useMemo(() => toOverlay(view, focused, { showOpenFlows }), [view, focused, showOpenFlows]);
  useEffect(() => setOverlay(overlay), [overlay]);
  useEffect(() => () => setOverlay(null), []);

  const toggle = ({ id }: ChangeRow) => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  const activate = (row: ChangeRow) => {
    if (row.type === 'remark') {
      if (row.expanded !== null) toggle(row);
      return;
    }
    setFocusedId(row.id === focusedId ? null : row.id);
    if (row.id !== focusedId) selectRow(row);
  };

  const open = [...view.added, ...view.removed].filter(({ isOpen }) => isOpen).length;
  if (rows.length === 0) {
    return (
      <EmptyState title="No flow changes">
        The text differs, what it means does not: who reaches whom is as it was imported.
      </EmptyState>
    );
  }
  return (
    <>
      <header className={styles.head}>
        <h3 className={styles.title}>{formatFlowCounts(view.flows) ?? 'No flow changes'}</h3>
        {isBusy ? <span className={styles.quiet}>Comparing…</span> : null}
        {open > 0 && !showOpenFlows ? (
          <span className={styles.quiet}>
            <LinkButton onClick={() => setShowOpenFlows(true)}>Draw those open by default</LinkButton>
          </span>
        ) : null}
      </header>
      {view.isIncomplete || view.omittedPairs > 0 ? (
        <div className={styles.notice}>
          <Notice tone="warning" boxed>
            {view.isIncomplete
              ? 'There are too many flows to compare all of them; some changes are not listed.'
              : `${view.omittedPairs} more flows come or go than the graph marks.`}
          </Notice>
        </div>
      ) : null}
      <Tree
        label="Flow changes by cause"
        rows={rows}
        selectedId={focused?.id ?? null}
        renderRow={(row) => <ChangeRowContent row={row} />}
        renderActions={(row) => (row.type === 'cause' && row.cause.at ? <SourceLink at={row.cause.at} /> : null)}
        onActivate={activate}
        onToggle={toggle}
      />
    </>
  );
}

/** Everywhere else too: the inspector says why it is so now. */
function selectRow(row: ChangeRow): void {
  switch (row.type) {
    case 'cause':
      if (row.cause.target) select(row.cause.target);
      return;
    case 'consequence':
      if (row.consequence.workload) select({ type: 'workload', id: row.consequence.workload });
      return;
    case 'line': {
      const [pair, ...more] = row.line.sample;
      if (pair && more.length === 0) select({ type: 'flow', ...pair });
      return;
    }
    case 'pair':
      select({ type: 'flow', from: row.from, to: row.to });
      return;
    case 'remark':
      return;
  }
}
