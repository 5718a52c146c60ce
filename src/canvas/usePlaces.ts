import { useEffect, useRef, useState } from 'react';
import { askLayout } from '../store/actions/queryActions.ts';
import { focusOnCanvas, setPositions } from '../store/actions/viewActions.ts';
import { hasPlaces } from '../store/selectors.ts';
import type { LayoutResult } from '../store/state.ts';
import { polder, usePolder } from '../store/store.ts';
import { adoptLayout } from './graph/adoptLayout.ts';
import { makeRoom } from './graph/makeRoom.ts';
import { listUnplaced, toLayoutRequest } from './graph/toLayoutRequest.ts';
import type { ItemId, VisibleGraph } from './graph/VisibleGraph.ts';

export interface Places {
  readonly positions: LayoutResult;
  /** Everything is being laid out anew: the next positions may glide in. */
  readonly tidying: boolean;
  readonly failed: boolean;
  /** `positions` were laid out anew: things glide there. */
  readonly glides: boolean;
}

/** So many namespaces unfolded at once stand where they stood: room was made for each when it was unfolded alone. */
const manyFolds = 12;

/**
 * Positions of what is drawn. Asks the worker for places of newcomers, saves them, and keeps the old picture until they
 * are there; positions that were emptied ("Tidy") count as a wish for a new layout.
 */
export function usePlaces(graph: VisibleGraph): Places {
  const positions = usePolder((state) => state.view.positions);
  const [shown, setShown] = useState(positions);
  const [failed, setFailed] = useState(false);
  if (shown !== positions && hasPlaces(positions)) setShown(positions);
  const [anew, setAnew] = useState<LayoutResult | null>(null);
  const before = useRef<VisibleGraph | null>(null);
  /** Something was drawn before: "Tidy" shows all of it. */
  const shownBefore = useRef(hasPlaces(positions));
  const asked = useRef<{ graph: VisibleGraph; positions: LayoutResult } | null>(null);

  useEffect(() => {
    const unfolded = listUnfolded(before.current, graph);
    before.current = graph;
    if (listUnplaced(graph, positions).length === 0) {
      const unfoldedFew = unfolded.length > manyFolds ? [] : unfolded;
      const roomy = unfoldedFew.reduce((places, id) => makeRoom(graph, places, id), positions);
      if (roomy !== positions) setPositions(roomy);
      return undefined;
    }
    if (asked.current?.graph === graph && asked.current.positions === positions) return undefined;
    asked.current = { graph, positions };
    let current = true;
    const isAnew = !hasPlaces(positions);
    const take = (result: LayoutResult | null): void => {
      if (!current || result === null) return;
      setFailed(false);
      const known = polder.getState().view.positions;
      const adopted = adoptLayout(graph, { asked: positions, known, answer: result });
      if (isAnew && !hasPlaces(known)) setAnew(adopted);
      setPositions(adopted);
      if (isAnew && shownBefore.current) focusOnCanvas('all');
      shownBefore.current = true;
    };
    const ask = (): void => {
      askLayout(toLayoutRequest(graph, positions)).then(take, () => {
        if (current) setFailed(true);
      });
    };
    // Thousands of places are not asked for in the same breath in which the graph was made: it would be one long task.
    const timer = setTimeout(ask);
    return () => {
      clearTimeout(timer);
      current = false;
      asked.current = null;
    };
  }, [graph, positions]);

  return {
    positions: hasPlaces(positions) ? positions : shown,
    tidying: !hasPlaces(positions) && hasPlaces(shown),
    failed,
    glides: anew !== null && anew === positions,
  };
}

/** Namespaces that were a card before and are a frame now. */
function listUnfolded(before: VisibleGraph | null, after: VisibleGraph): readonly ItemId[] {
  if (before === null) return [];
  return [...after.items.values()]
    .filter(({ id, type }) => type === 'frame' && before.items.get(id)?.type === 'collapsed')
    .map(({ id }) => id);
}
