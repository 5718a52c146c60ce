import { Search } from 'lucide-react';
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { openMenu } from '../../store/actions/menuActions.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { focusOnCanvas, setSearch } from '../../store/actions/viewActions.ts';
import type { Selection } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Tree } from '../../ui/Tree.tsx';
import { ExplorerRowContent } from './ExplorerRowContent.tsx';
import { listExplorerRows, sortForExplorer, type ExplorerRow } from './listExplorerRows.ts';
import styles from './ExplorerPanel.module.css';

const rowOf = (selection: Selection | null): string | null => {
  switch (selection?.type) {
    case 'namespace':
      return `namespace:${selection.id}`;
    case 'workload':
    case 'pod':
    case 'external':
      return selection.id;
    default:
      return null;
  }
};

function activate(row: ExplorerRow): void {
  switch (row.type) {
    case 'namespace':
      select({ type: 'namespace', id: row.namespace.name });
      focusOnCanvas(row.id);
      return;
    case 'workload':
      select({ type: 'workload', id: row.workload.id });
      focusOnCanvas(row.workload.id);
      return;
    case 'pod':
      select({ type: 'pod', id: row.pod.id, workload: row.workload.id });
      focusOnCanvas(row.workload.id);
      return;
    case 'external':
      select({ type: 'external', id: row.external.id });
      focusOnCanvas(row.external.id);
      return;
    case 'outside':
  }
}

/** Namespaces → workloads → pods, and what is outside. The search also dims the graph, and that comes first: the list may follow. */
export function ExplorerPanel() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const selectedId = usePolder((state) => rowOf(state.selection));
  const search = usePolder(({ view }) => view.search);
  const searchFocus = usePolder(({ view }) => view.searchFocus);
  const field = useRef<HTMLInputElement>(null);
  const answeredFocus = useRef(0);
  const [isTyping, setTyping] = useState(false);
  const typed = useDeferredValue(search);

  useEffect(() => {
    if (searchFocus === answeredFocus.current) return;
    answeredFocus.current = searchFocus;
    field.current?.focus();
    field.current?.select();
  }, [searchFocus]);

  return (
    <div className={styles.panel}>
      <TextField
        ref={field}
        className={styles.search}
        type="search"
        label="Search workloads"
        labelHidden
        placeholder="Search workloads"
        icon={<Search size={14} aria-hidden />}
        value={search}
        onChange={setSearch}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setSearch('');
        }}
      />
      <ExplorerTree
        snapshot={useDeferredValue(snapshot)}
        // Whoever goes from the field into the list is among the rows that were asked for.
        search={isTyping ? typed : search}
        selectedId={useDeferredValue(selectedId)}
      />
    </div>
  );
}

const ExplorerTree = memo(function ExplorerTree({
  snapshot,
  search,
  selectedId,
}: {
  readonly snapshot: WorkspaceSnapshot | null;
  readonly search: string;
  readonly selectedId: string | null;
}) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const sorted = useMemo(() => snapshot && sortForExplorer(snapshot), [snapshot]);
  const rows = useMemo(() => (sorted ? listExplorerRows(sorted, { toggled, search }) : []), [sorted, toggled, search]);
  const toggle = ({ id }: ExplorerRow) => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  if (rows.length > 0)
    return (
      <Tree
        label="Namespaces and workloads"
        rows={rows}
        selectedId={selectedId}
        renderRow={renderRow}
        onActivate={(row) => (row.type === 'outside' ? toggle(row) : activate(row))}
        onToggle={toggle}
        onMenu={(row, at) => {
          if (row.type === 'outside') return;
          activate(row);
          openMenu(at);
        }}
      />
    );
  if (search !== '') return <EmptyState title={`Nothing matches “${search}”`} />;
  return snapshot && <EmptyState title="No workloads yet">Import manifests to see who may reach whom.</EmptyState>;
});

const renderRow = (row: ExplorerRow) => <ExplorerRowContent row={row} />;
