import { useMemo, useState } from 'react';
import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { FlowMark } from '../../ui/FlowMark.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { endpointAt, formatEndpoint } from '../node/Endpoint.ts';
import { formatFlowPorts, groupFlows, type FlowRow } from './listFlows.ts';
import styles from './FlowList.module.css';

export interface FlowListProps {
  readonly title: string;
  readonly snapshot: WorkspaceSnapshot;
  readonly rows: readonly FlowRow[];
  /** The end whose namespaces the rows are grouped by. */
  readonly end: 'from' | 'to';
  /** Rows name both ends instead of that one. */
  readonly namesBoth?: boolean;
  /** The namespace whose group comes first. */
  readonly own: string | null;
  readonly empty: string;
  /** Pairs that are open by default at both ends and not among the rows (`countOpenFlows`). */
  readonly open: number;
}

const shownAtMost = 200;

/** Flows by namespace: those by rule at once, those open by default when asked for. */
export function FlowList({ title, snapshot, rows, end, namesBoth = false, own, empty, open }: FlowListProps) {
  const [withOpen, setWithOpen] = useState(false);
  const byRule = useMemo(() => rows.filter(({ kind }) => kind !== 'open'), [rows]);
  const openCount = rows.length - byRule.length;
  const shown = withOpen ? rows : byRule;
  const groups = groupFlows(snapshot, shown.slice(0, shownAtMost), end, own);
  return (
    <Section title={title} count={rows.length}>
      {rows.length > 0 ? null : (
        <p className={styles.quiet}>{sayNone({ empty, open, omitted: snapshot.flows.omitted })}</p>
      )}
      {groups.map((group) => (
        <div key={group.title} className={styles.group}>
          <h4 className={styles.namespace}>{group.title}</h4>
          <ul>
            {group.rows.map((row) => (
              <FlowItem key={row.index} snapshot={snapshot} row={row} end={end} namesBoth={namesBoth} />
            ))}
          </ul>
        </div>
      ))}
      {shown.length > shownAtMost ? (
        <p className={styles.quiet}>{shown.length - shownAtMost} more; search in the explorer to find them.</p>
      ) : null}
      {rows.length > 0 && open > 0 ? (
        <p className={styles.quiet}>And {formatCount(open, 'flow')} open by default, on every port.</p>
      ) : null}
      {openCount > 0 ? (
        <p className={styles.quiet}>
          {withOpen ? null : `${byRule.length === 0 ? 'All' : 'And'} ${openCount} open by default. `}
          <LinkButton onClick={() => setWithOpen(!withOpen)}>
            {withOpen ? 'Hide those open by default' : 'Show them'}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  );
}

/** A list without rows is no verdict by itself. */
function sayNone({ empty, open, omitted }: { empty: string; open: number; omitted: number }): string {
  if (open > 0) return `None by a rule; ${formatCount(open, 'flow')} open by default, on every port.`;
  return omitted > 0 ? 'None is listed; flows were left out, since there are too many.' : empty;
}

interface FlowItemProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly row: FlowRow;
  readonly end: 'from' | 'to';
  readonly namesBoth: boolean;
}

function FlowItem({ snapshot, row, end, namesBoth }: FlowItemProps) {
  const from = endpointAt(snapshot, row.from);
  const to = endpointAt(snapshot, row.to);
  const name = namesBoth ? `${from.name} → ${to.name}` : (end === 'from' ? from : to).name;
  const ports = formatFlowPorts(row);
  return (
    <li>
      <button
        type="button"
        className={styles.flow}
        title={`${formatEndpoint(from)} → ${formatEndpoint(to)}: ${ports}`}
        onClick={() => select({ type: 'flow', from: from.id, to: to.id })}
      >
        <FlowMark kind={row.kind} />
        <span className={styles.name}>{name}</span>
        <span className={styles.ports}>{ports}</span>
      </button>
    </li>
  );
}
