import type { ChangesView } from '../../engine/index.ts';
import type { FlowOverlay, FlowPair } from '../../store/state.ts';
import type { ChangeRow } from './listChangeRows.ts';

/**
 * What the canvas marks: everything that came or went, or what belongs to one row. Pairs that are open by default are
 * drawn only where such flows are drawn at all, or when someone asks for one row.
 */
export function toOverlay(
  view: ChangesView,
  row: ChangeRow | null,
  { showOpenFlows }: { readonly showOpenFlows: boolean },
): FlowOverlay {
  if (row !== null && row.type !== 'remark' && row.type !== 'consequence') return toRowOverlay(row);
  const shown = (pairs: ChangesView['added']): readonly FlowPair[] =>
    pairs.filter(({ isOpen }) => showOpenFlows || !isOpen).map(({ from, to, ports }) => ({ from, to, ports }));
  return { added: shown(view.added), removed: shown(view.removed) };
}

function toRowOverlay(row: Exclude<ChangeRow, { type: 'remark' | 'consequence' }>): FlowOverlay {
  const lines = row.type === 'cause' ? row.cause.lines : [row.line];
  const pairsOf = (kind: 'added' | 'removed'): readonly FlowPair[] => {
    if (row.type === 'pair') return row.line.kind === kind ? [{ from: row.from, to: row.to, ports: null }] : [];
    return lines.filter((line) => line.kind === kind).flatMap(({ sample }) => sample);
  };
  return { added: pairsOf('added'), removed: pairsOf('removed') };
}
