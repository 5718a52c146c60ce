import { createContext, useContext, useSyncExternalStore } from 'react';
import { createSignal, type Signal } from './createSignal.ts';
import type { Emphasis } from './graph/computeEmphasis.ts';
import type { ItemId } from './graph/VisibleGraph.ts';

export const noEmphasis: Emphasis = {
  items: null,
  edges: null,
  focus: null,
  targets: new Set(),
  sources: new Set(),
  ringed: new Set(),
  selectedItem: null,
  selectedPod: null,
  selectedEdge: null,
};

export const EmphasisContext = createContext<Signal<Emphasis>>(createSignal(noEmphasis));

function useEmphasis<T extends string | boolean | null>(read: (emphasis: Emphasis) => T): T {
  const signal = useContext(EmphasisContext);
  return useSyncExternalStore(signal.subscribe, () => read(signal.get()));
}

/** How an item stands out now: words for `data-emphasis`, e.g. `lit selected`. */
export const useItemEmphasis = (id: ItemId): string =>
  useEmphasis(({ items, ringed, selectedItem, focus, targets, sources }) =>
    [
      focus?.has(id) === true ? 'focus' : '',
      items === null ? '' : items.has(id) ? 'lit' : 'dim',
      targets.has(id) ? 'target' : '',
      sources.has(id) ? 'source' : '',
      ringed.has(id) ? 'ringed' : '',
      selectedItem === id ? 'selected' : '',
    ]
      .filter((word) => word !== '')
      .join(' '),
  );

export const useEdgeEmphasis = (id: string): string =>
  useEmphasis(({ edges, selectedEdge }) =>
    [edges === null ? '' : edges.has(id) ? 'lit' : 'dim', selectedEdge === id ? 'selected' : '']
      .filter((word) => word !== '')
      .join(' '),
  );

export const useSelectedPod = (ids: readonly string[]): string | null =>
  useEmphasis(({ selectedPod }) => (selectedPod !== null && ids.includes(selectedPod) ? selectedPod : null));
