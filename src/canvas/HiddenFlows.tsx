import { EyeOff, ListFilter } from 'lucide-react';
import { useMemo } from 'react';
import { clearFilter, showAllHidden, showOnCanvas, toggleNoise } from '../store/actions/canvasActions.ts';
import { setShowOpenFlows } from '../store/actions/viewActions.ts';
import { countEmptyNamespaces } from '../store/selectors.ts';
import { usePolder } from '../store/store.ts';
import { aboutSupposed } from '../ui/aboutSupposed.ts';
import { formatCount } from '../ui/formatCount.ts';
import { noises } from './graph/noise.ts';
import type { VisibleGraph } from './graph/VisibleGraph.ts';
import { isFiltered } from './toolbar/isFiltered.ts';
import styles from './HiddenFlows.module.css';

/** Says what the picture leaves out or draws as one, and takes it back. Nothing is dropped in silence. */
export function HiddenFlows({
  graph,
  lines,
  isOverview,
}: {
  readonly graph: VisibleGraph;
  readonly lines: number;
  /** Lines lead from namespace to namespace, and stand for what marks say near by. */
  readonly isOverview: boolean;
}) {
  const { showOpenFlows, filter, hidden } = usePolder((state) => state.view);
  const hasPolicies = usePolder(({ analysis }) => (analysis.snapshot?.policies.length ?? 0) > 0);
  const hasOtherPolicies = usePolder(({ analysis }) => (analysis.snapshot?.notEvaluated.length ?? 0) > 0);
  const supposed = usePolder(({ analysis }) => analysis.snapshot?.supposed === true);
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const empty = useMemo(() => (snapshot ? countEmptyNamespaces(snapshot) : 0), [snapshot]);
  const { leftOut, bundledFlows, shownFlows } = graph;
  const marks = useMemo(() => (isOverview ? 0 : countMarks(graph)), [graph, isOverview]);
  return (
    <div className={styles.notes} data-testid="hidden-flows">
      {supposed && (
        <Note words="No workloads imported: cards are what selectors ask for" title={aboutSupposed} action={null} />
      )}
      {!hasPolicies && (
        <Note
          words={
            hasOtherPolicies
              ? 'No policy of a kind that is evaluated: everything counts as open'
              : 'No policy: every workload is open, in and out'
          }
          action={null}
        />
      )}
      {empty > 0 && (
        <Note
          words={`${formatCount(empty, 'namespace')} without workloads not drawn`}
          title="The explorer lists them all."
          action={null}
        />
      )}
      {isFiltered(filter) && (
        <Note
          words={`Filtered: ${formatCount(leftOut.filteredNodes, 'workload')} and ${formatCount(leftOut.filteredFlows, 'flow')} not drawn`}
          icon={<ListFilter size={13} aria-hidden />}
          action="Clear"
          onAction={clearFilter}
        />
      )}
      {hidden.nodes.length > 0 && (
        <Note
          words={`Hidden: ${hidden.nodes.slice(0, 2).map(shortName).join(', ')}${hidden.nodes.length > 2 ? ` and ${hidden.nodes.length - 2} more` : ''}${leftOut.hiddenFlows > 0 ? ` with ${formatCount(leftOut.hiddenFlows, 'flow')}` : ''}`}
          action="Show"
          onAction={() => (hidden.nodes.length === 1 ? showOnCanvas(hidden.nodes[0] ?? '') : showAllHidden())}
        />
      )}
      {hidden.noise.map((id) => (
        <Note
          key={id}
          words={`${noises.find((noise) => noise.id === id)?.label ?? id}: ${formatCount(leftOut.noise[id] ?? 0, 'flow')} hidden`}
          action="Show"
          onAction={() => toggleNoise(id)}
        />
      ))}
      {leftOut.open > 0 && (
        <Note
          words={`${formatCount(leftOut.open, 'open-by-default flow')} not drawn`}
          action={showOpenFlows ? null : 'Show'}
          onAction={() => setShowOpenFlows(true)}
        />
      )}
      {showOpenFlows && (
        <Note
          words="Open-by-default flows are drawn"
          icon={null}
          action="Hide"
          onAction={() => setShowOpenFlows(false)}
        />
      )}
      {leftOut.omitted > 0 && (
        <Note words={`${formatCount(leftOut.omitted, 'flow')} more than can be listed`} action={null} />
      )}
      {bundledFlows > 0 && (
        <p
          className={styles.note}
          title="Lines that would run side by side are drawn as one. Select a workload to see each of its flows."
        >
          <span>
            {formatCount(shownFlows, 'flow')} in {describeDrawn(lines, marks)}
          </span>
        </p>
      )}
    </div>
  );
}

const countMarks = ({ items }: VisibleGraph): number => {
  let count = 0;
  for (const item of items.values()) {
    if (item.type === 'frame' && item.inside !== null) count += 1;
    if (item.type === 'card') count += Number(item.reaches !== null) + Number(item.reachedFrom !== null);
  }
  return count;
};

const describeDrawn = (lines: number, marks: number): string =>
  [
    ...(lines > 0 || marks === 0 ? [formatCount(lines, 'line')] : []),
    ...(marks > 0 ? [formatCount(marks, 'mark')] : []),
  ].join(' and ');

const shortName = (id: string): string => {
  const parts = id.replace(/^(namespace|external):/, '').split('/');
  return parts.length === 3 ? `${parts[0]}/${parts[2]}` : (parts[0] ?? id);
};

function Note({
  words,
  title,
  icon = <EyeOff size={13} aria-hidden />,
  action,
  onAction,
}: {
  readonly words: string;
  readonly title?: string;
  readonly icon?: React.ReactNode;
  readonly action: string | null;
  readonly onAction?: () => void;
}) {
  return (
    <p className={styles.note} title={title}>
      {icon}
      <span>{words}</span>
      {action !== null && (
        <button type="button" className={styles.action} onClick={onAction}>
          {action}
        </button>
      )}
    </p>
  );
}
