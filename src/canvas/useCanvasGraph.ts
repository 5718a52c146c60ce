import { useDeferredValue, useMemo, useState } from 'react';
import type { WorkspaceSnapshot } from '../engine/index.ts';
import type { Selection } from '../store/state.ts';
import { isLarge } from '../store/selectors.ts';
import { usePolder } from '../store/store.ts';
import { addOverlay } from './graph/addOverlay.ts';
import { buildVisibleGraph } from './graph/buildVisibleGraph.ts';
import { explodeFocus } from './graph/explodeFocus.ts';
import { createMapFlows, type MapFlows } from './graph/MapFlows.ts';
import { keepUnchanged } from './graph/keepUnchanged.ts';
import { createSearchWords, type SearchWords } from './graph/searchWords.ts';
import { selectRows } from './graph/selectRows.ts';
import type { DrawnEdge, ItemId, VisibleGraph } from './graph/VisibleGraph.ts';

export interface CanvasGraph {
  readonly index: MapFlows;
  readonly searchWords: SearchWords;
  /** With what a comparison adds to the lines seen from afar. */
  readonly graph: VisibleGraph;
  /** With the selected node's own flows drawn one by one, and what a comparison adds. */
  readonly edges: readonly DrawnEdge[];
}

/** What the store's snapshot and view come to; null before the first evaluation. */
export function useCanvasGraph(): CanvasGraph | null {
  const snapshot = useSnapshot();
  const collapsed = usePolder((state) => state.view.collapsedNamespaces);
  const expanded = usePolder((state) => state.view.expandedWorkloads);
  const showOpenFlows = usePolder((state) => state.view.showOpenFlows);
  const filter = usePolder((state) => state.view.filter);
  const hidden = usePolder((state) => state.view.hidden);
  const overlay = usePolder((state) => state.view.overlay);
  const focus = usePolder((state) => focusOf(state.selection));
  const read = useMemo(() => {
    if (snapshot === null) return null;
    const index = createMapFlows(snapshot);
    return { index, searchWords: createSearchWords(index) };
  }, [snapshot]);
  const selected = useMemo(() => read && selectRows(read.index, filter, hidden), [read, filter, hidden]);
  const built = useMemo(
    () => read && selected && buildVisibleGraph(read.index, { collapsed, expanded, showOpenFlows, selected }),
    [read, collapsed, expanded, showOpenFlows, selected],
  );
  const [kept, setKept] = useState<{ built: VisibleGraph | null; graph: VisibleGraph | null }>({
    built: null,
    graph: null,
  });
  let graph = kept.graph;
  if (kept.built !== built) {
    graph = built === null ? null : keepUnchanged(kept.graph, built);
    setKept({ built, graph });
  }
  return useMemo(() => {
    if (read === null || graph === null || selected === null) return null;
    const { index, searchWords } = read;
    const exploded = focus === null ? graph.edges : explodeFocus(index, graph, focus, selected.isShown);
    if (overlay === null) return { index, searchWords, graph, edges: exploded };
    return {
      index,
      searchWords,
      graph: { ...graph, lifted: addOverlay(index, graph, graph.lifted, { overlay, isFar: true }) },
      edges: addOverlay(index, graph, exploded, { overlay, isFar: false }),
    };
  }, [read, graph, focus, selected, overlay]);
}

/** Null for a moment longer: a large map is not begun in the same breath in which everything else takes up the first answer. */
function useSnapshot(): WorkspaceSnapshot | null {
  const snapshot = usePolder((state) => state.analysis.snapshot);
  const before = useDeferredValue(snapshot);
  return before === null && isLarge(snapshot) ? null : snapshot;
}

function focusOf(selection: Selection | null): ItemId | null {
  if (selection?.type === 'workload' || selection?.type === 'external') return selection.id;
  if (selection?.type === 'pod') return selection.workload;
  // A flow that was drawn because its source was selected stays drawn when it is selected itself.
  if (selection?.type === 'flow') return selection.from;
  return null;
}
