import { useState } from 'react';
import { focusOnCanvas } from '../store/actions/viewActions.ts';
import type { DrawnEdge, Item, ItemId } from './graph/VisibleGraph.ts';
import { selectItem } from './selectOnCanvas.ts';

export interface Trail {
  /** What was looked from before, if it is still drawn. */
  readonly back: Item | null;
  readonly goTo: (id: ItemId) => void;
  readonly goBack: () => void;
}

/** The way along flows from item to item; it ends where something else is selected. */
export function useTrail(
  selected: ItemId | null,
  items: ReadonlyMap<ItemId, Item>,
  edges: readonly DrawnEdge[],
): Trail {
  const [trail, setTrail] = useState<{ readonly passed: readonly ItemId[]; readonly at: ItemId | null }>({
    passed: [],
    at: null,
  });
  const passed = trail.at === selected ? trail.passed : [];
  const show = (id: ItemId): void => {
    const item = items.get(id);
    if (item === undefined) return;
    selectItem(item, edges);
    focusOnCanvas(id);
  };
  const last = passed.at(-1);
  return {
    back: last === undefined ? null : (items.get(last) ?? null),
    goTo: (id) => {
      if (selected !== null) setTrail({ passed: [...passed, selected], at: id });
      show(id);
    },
    goBack: () => {
      if (last === undefined) return;
      setTrail({ passed: passed.slice(0, -1), at: last });
      show(last);
    },
  };
}
