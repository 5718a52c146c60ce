import { useMemo, useState } from 'react';
import { usePolder } from '../store/store.ts';
import type { Selection } from '../store/state.ts';
import { buildVisibleGraph, type GraphOptions } from './graph/buildVisibleGraph.ts';
import { explodeFocus } from './graph/explodeFocus.ts';
import { keepUnchanged } from './graph/keepUnchanged.ts';
import type { DrawnEdge, ItemId, VisibleGraph } from './graph/VisibleGraph.ts';
import type { WorkspaceSnapshot } from '../engine/index.ts';

export interface CanvasGraph {
  readonly snapshot: WorkspaceSnapshot;
  readonly graph: VisibleGraph;
  /** With the selected node's own flows drawn one by one. */
  readonly edges: readonly DrawnEdge[];
}

/** What the store's snapshot and view come to; null before the first evaluation. */
export function useCanvasGraph(): CanvasGraph | null {
  const snapshot = usePolder((state) => state.analysis.snapshot);
  const collapsed = usePolder((state) => state.view.collapsedNamespaces);
  const expanded = usePolder((state) => state.view.expandedWorkloads);
  const showOpenFlows = usePolder((state) => state.view.showOpenFlows);
  const focus = usePolder((state) => focusOf(state.selection));
  const options = useMemo<GraphOptions>(
    () => ({ collapsed, expanded, showOpenFlows }),
    [collapsed, expanded, showOpenFlows],
  );
  const built = useMemo(() => (snapshot === null ? null : buildVisibleGraph(snapshot, options)), [snapshot, options]);
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
    if (snapshot === null || graph === null) return null;
    const edges =
      focus !== null && graph.items.has(focus) ? explodeFocus(snapshot, graph, focus, options) : graph.edges;
    return { snapshot, graph, edges };
  }, [snapshot, graph, focus, options]);
}

function focusOf(selection: Selection | null): ItemId | null {
  if (selection?.type === 'workload' || selection?.type === 'external') return selection.id;
  if (selection?.type === 'pod') return selection.workload;
  // A flow that was drawn because its source was selected stays drawn when it is selected itself.
  if (selection?.type === 'flow') return selection.from;
  return null;
}
