import { useLayoutEffect, useMemo, useState } from 'react';
import { usePolder } from '../store/store.ts';
import { createSignal, type Signal } from './createSignal.ts';
import { noEmphasis } from './EmphasisContext.ts';
import { computeEmphasis, type Emphasis, type Hover } from './graph/computeEmphasis.ts';
import type { CanvasGraph } from './useCanvasGraph.ts';

/** What stands out now, and the signal by which items and lines hear of it. */
export function useMapEmphasis(
  { index, searchWords, graph, edges }: CanvasGraph,
  { isOverview, hover }: { readonly isOverview: boolean; readonly hover: Hover | null },
): { readonly emphasis: Emphasis; readonly signal: Signal<Emphasis> } {
  const selection = usePolder((state) => state.selection);
  const caretMeaning = usePolder((state) => state.editor.caretMeaning);
  const search = usePolder((state) => state.view.search);
  const [signal] = useState(() => createSignal(noEmphasis));
  const emphasis = useMemo(
    () => computeEmphasis({ index, searchWords, graph, edges, selection, caretMeaning, search, isOverview, hover }),
    [index, searchWords, graph, edges, selection, caretMeaning, search, isOverview, hover],
  );
  useLayoutEffect(() => signal.set(emphasis), [signal, emphasis]);
  return { emphasis, signal };
}
