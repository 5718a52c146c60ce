import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DataGrid, type GridColumn } from '../../ui/DataGrid.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { Menu } from '../../ui/Menu.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { run } from '../command/run.ts';
import { formatEndpoint, type Endpoint } from '../node/Endpoint.ts';
import { copyFlows } from './copyFlows.ts';
import { noFilter, wantsOpen, type FlowFilter } from './FlowFilter.ts';
import { FlowFilters } from './FlowFilters.tsx';
import { formatItemPorts, verdictWords, type FlowItem } from './FlowItem.ts';
import { formatFlowCsv, formatFlowMarkdown } from './formatFlowTable.ts';
import { listFlowItems, readListedFlows, type FlowItems } from './listFlowItems.ts';
import type { FlowSort } from './sortFlows.ts';
import { useFlowReasons } from './useFlowReasons.ts';
import { VerdictMark } from './VerdictMark.tsx';
import styles from './FlowsPanel.module.css';

type Column = FlowSort['key'] | 'reason';

const columns: readonly GridColumn<Column>[] = [
  { id: 'from', label: 'From', width: 'minmax(150px, 1.4fr)', narrowWidth: 'minmax(104px, 1.7fr)', sortable: true },
  { id: 'to', label: 'To', width: 'minmax(150px, 1.4fr)', narrowWidth: 'minmax(104px, 1.7fr)', sortable: true },
  { id: 'ports', label: 'Ports', width: 'minmax(110px, 1.2fr)', narrowWidth: 'minmax(72px, 1fr)', sortable: true },
  { id: 'verdict', label: 'Verdict', width: '140px', narrowWidth: '64px', sortable: true },
  { id: 'reason', label: 'Reason', width: 'minmax(130px, 1.1fr)', narrowWidth: 'minmax(60px, 0.8fr)', sortable: false },
];

/** A page higher than some ten million px cannot be scrolled in every browser. */
const mostRows = 400_000;

/** The flows as a table: what the graph shows, for reading, sorting and taking away. */
export default function FlowsPanel() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  return snapshot === null ? null : <FlowsTable snapshot={snapshot} />;
}

function FlowsTable({ snapshot }: { snapshot: WorkspaceSnapshot }) {
  const selection = usePolder((state) => state.selection);
  const [filter, setFilter] = useState<FlowFilter>(noFilter);
  const [sort, setSort] = useState<FlowSort>({ key: 'from', descending: false });
  const [visible, setVisible] = useState<{ readonly first: number; readonly end: number }>({ first: 0, end: 0 });
  const [onVisible] = useState(() => (first: number, end: number) => setVisible({ first, end }));
  const listed = useMemo(() => readListedFlows(snapshot), [snapshot]);
  const list = useMemo(() => listFlowItems(listed, filter, sort), [listed, filter, sort]);
  const rowCount = Math.min(list.count, mostRows);
  const pairs = useMemo(
    () =>
      Array.from({ length: Math.max(0, Math.min(visible.end, rowCount) - visible.first) }, (_, at) => {
        const { from, to } = list.at(visible.first + at);
        return { from: from.id, to: to.id };
      }),
    [list, visible, rowCount],
  );
  const reasonOf = useFlowReasons(snapshot, pairs);
  const isSelected = (row: number): boolean => {
    if (selection?.type !== 'flow') return false;
    const { from, to } = list.at(row);
    return from.id === selection.from && to.id === selection.to;
  };
  return (
    <section className={styles.panel} aria-label="Flows" data-testid="flow-list">
      <FlowFilters snapshot={snapshot} filter={filter} onChange={setFilter} />
      <Summary
        snapshot={snapshot}
        list={list}
        shown={rowCount}
        filter={filter}
        sort={sort}
        onShowOpen={(showOpen) => setFilter({ ...filter, showOpen })}
      />
      <DataGrid<Column>
        label="Flows"
        columns={columns}
        rowCount={rowCount}
        sort={{ id: sort.key, descending: sort.descending }}
        onSort={(column) => {
          if (column === 'reason') return;
          setSort({ key: column, descending: sort.key === column && !sort.descending });
        }}
        isSelected={isSelected}
        onActivate={(row) => {
          const { from, to } = list.at(row);
          select({ type: 'flow', from: from.id, to: to.id });
        }}
        onVisible={onVisible}
        renderCell={(row, column) => {
          const item = list.at(row);
          return column === 'reason' ? (
            <Words text={reasonOf({ from: item.from.id, to: item.to.id }) ?? '…'} quiet />
          ) : (
            <Cell item={item} column={column} />
          );
        }}
        empty={
          snapshot.flows.length === 0 && !wantsOpen(filter)
            ? 'No flow is allowed by a rule. What is open by default is listed with the switch above.'
            : 'No flow passes the filters.'
        }
      />
    </section>
  );
}

function Cell({ item, column }: { item: FlowItem; column: FlowSort['key'] }) {
  switch (column) {
    case 'from':
      return <End endpoint={item.from} />;
    case 'to':
      return <End endpoint={item.to} />;
    case 'ports':
      return <Words text={formatItemPorts(item)} />;
    case 'verdict':
      return (
        <span className={styles.verdict} title={verdictWords[item.verdict]}>
          <VerdictMark verdict={item.verdict} />{' '}
          <span className={styles.verdictWords}>{verdictWords[item.verdict]}</span>
        </span>
      );
  }
}

const End = ({ endpoint }: { endpoint: Endpoint }) => (
  <>
    <span className={styles.kind} title={endpoint.kind}>
      <KindIcon kind={endpoint.kind} size={13} />
    </span>
    <span className={styles.end} title={`${endpoint.kind} ${formatEndpoint(endpoint)}`}>
      {endpoint.namespace === null ? null : (
        <span className={styles.namespace} data-short={endpoint.namespace.length <= 5}>
          {endpoint.namespace}
        </span>
      )}
      {endpoint.namespace === null ? null : <span className={styles.slash}>/</span>}
      <span className={styles.words}>{endpoint.name}</span>
    </span>
  </>
);

const Words = ({ text, quiet = false }: { text: string; quiet?: boolean }) => (
  <span className={styles.words} data-quiet={quiet ? '' : undefined} title={text}>
    {text}
  </span>
);

const sortWords: Readonly<Record<FlowSort['key'], string>> = {
  from: 'source',
  to: 'target',
  ports: 'ports',
  verdict: 'verdict',
};

interface SummaryProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly list: FlowItems;
  readonly shown: number;
  readonly filter: FlowFilter;
  readonly sort: FlowSort;
  readonly onShowOpen: (showOpen: boolean) => void;
}

/** How many, what is missing, and the ways to take them away. */
function Summary({ snapshot: { flows }, list, shown, filter, sort, onShowOpen }: SummaryProps) {
  return (
    <div className={styles.summary}>
      <p role="status">
        {formatCount(list.count, 'flow')}, by {sortWords[sort.key]}
        {sort.descending ? ', descending' : ''}.{' '}
        {wantsOpen(filter)
          ? 'Those open by default stand last. '
          : flows.openCount > 0 && filter.verdict === null
            ? `${formatCount(flows.openCount, 'more', 'more')} open by default. `
            : ''}
        {list.count > shown ? `The first ${formatCount(shown, 'flow')} are listed; filter to see others. ` : ''}
        {flows.omitted > 0 ? (
          <strong>{formatCount(flows.omitted, 'flow')} left out: there were too many to keep.</strong>
        ) : null}
      </p>
      <Checkbox
        label="Open by default"
        checked={wantsOpen(filter)}
        disabled={filter.verdict !== null}
        onChange={onShowOpen}
      />
      <Menu
        align="end"
        trigger={
          <Button size="s" variant="quiet" icon={<Copy size={13} aria-hidden />} disabled={list.count === 0}>
            Copy
          </Button>
        }
        items={[
          { type: 'item', id: 'csv', label: 'Copy as CSV', onSelect: () => run(() => copyFlows(list, formatFlowCsv)) },
          {
            type: 'item',
            id: 'md',
            label: 'Copy as Markdown',
            onSelect: () => run(() => copyFlows(list, formatFlowMarkdown)),
          },
        ]}
      />
    </div>
  );
}
