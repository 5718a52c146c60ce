import { ChevronDown, ChevronUp, Globe, Waypoints } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { FlowMark } from '../ui/FlowMark.tsx';
import { ShieldMark } from '../ui/ShieldMark.tsx';
import { listLegend, type LegendEntry } from './graph/listLegend.ts';
import type { DrawnEdge, VisibleGraph } from './graph/VisibleGraph.ts';
import styles from './Legend.module.css';

const signs: Readonly<Record<LegendEntry, { sign: ReactNode; words: string }>> = {
  rule: { sign: <FlowMark kind="rule" />, words: 'allowed by a rule' },
  open: { sign: <FlowMark kind="open" />, words: 'open by default' },
  partial: { sign: <FlowMark kind="partial" />, words: 'some pods only' },
  bundle: { sign: <span className={styles.thick} />, words: 'several flows' },
  reach: { sign: <Waypoints size={13} aria-hidden />, words: 'many workloads at once' },
  isolated: { sign: <ShieldMark state="isolated" direction="ingress" />, words: 'isolated' },
  closed: { sign: <ShieldMark state="closed" direction="ingress" />, words: 'closed' },
  openNode: { sign: <ShieldMark state="open" direction="ingress" />, words: 'open' },
  mixed: { sign: <ShieldMark state="mixed" direction="ingress" />, words: 'its pods differ' },
  uncertainNode: { sign: <ShieldMark state="uncertain" direction="ingress" />, words: 'isolation uncertain' },
  external: { sign: <Globe size={13} aria-hidden />, words: 'outside the cluster' },
};

/** The signs that are on screen, and no others. */
export function Legend({
  graph,
  edges,
  startsOpen,
}: {
  readonly graph: VisibleGraph;
  readonly edges: readonly DrawnEdge[];
  /** Until someone opens or closes it. */
  readonly startsOpen: boolean;
}) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? startsOpen;
  const entries = listLegend(graph, edges);
  return (
    <div className={styles.legend} data-testid="legend">
      <button
        type="button"
        className={styles.title}
        tabIndex={-1}
        aria-expanded={isOpen}
        onClick={() => setChosen(!isOpen)}
      >
        Legend {isOpen ? <ChevronDown size={12} aria-hidden /> : <ChevronUp size={12} aria-hidden />}
      </button>
      {isOpen && (
        <ul className={styles.entries}>
          {entries.map((entry) => (
            <li key={entry} className={styles.entry}>
              <span className={styles.sign} data-entry={entry} aria-hidden>
                {signs[entry].sign}
              </span>
              {signs[entry].words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
