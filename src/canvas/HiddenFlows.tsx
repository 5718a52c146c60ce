import { EyeOff } from 'lucide-react';
import { setShowOpenFlows } from '../store/actions/viewActions.ts';
import { usePolder } from '../store/store.ts';
import { formatCount } from '../ui/formatCount.ts';
import type { VisibleGraph } from './graph/VisibleGraph.ts';
import styles from './HiddenFlows.module.css';

/** Says what the picture leaves out or draws as one. Nothing is dropped in silence. */
export function HiddenFlows({ graph, lines }: { graph: VisibleGraph; lines: number }) {
  const showOpenFlows = usePolder((state) => state.view.showOpenFlows);
  const isBundled = graph.bundledFlows > 0;
  if (graph.hiddenOpenFlows === 0 && !showOpenFlows && !isBundled) return null;
  return (
    <div className={styles.notes} data-testid="hidden-flows">
      {graph.hiddenOpenFlows > 0 && (
        <p className={styles.note}>
          <EyeOff size={13} aria-hidden />
          <span>{formatCount(graph.hiddenOpenFlows, 'open-by-default flow')} not drawn</span>
          <button type="button" className={styles.action} onClick={() => setShowOpenFlows(true)}>
            Show
          </button>
        </p>
      )}
      {showOpenFlows && (
        <p className={styles.note}>
          <span>Open-by-default flows are drawn</span>
          <button type="button" className={styles.action} onClick={() => setShowOpenFlows(false)}>
            Hide
          </button>
        </p>
      )}
      {isBundled && (
        <p
          className={styles.note}
          title="Lines that would run side by side are drawn as one. Select a workload to see each of its flows."
        >
          <span>
            {formatCount(graph.shownFlows, 'flow')} in {formatCount(lines, 'line')} and marks
          </span>
        </p>
      )}
    </div>
  );
}
