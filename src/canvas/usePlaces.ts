import { useEffect, useRef, useState } from 'react';
import { askLayout } from '../store/actions/queryActions.ts';
import { focusOnCanvas, setPositions } from '../store/actions/viewActions.ts';
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
}

const isEmpty = ({ nodes, groups }: LayoutResult): boolean =>
  Object.keys(nodes).length === 0 && Object.keys(groups).length === 0;

const nowhere: LayoutResult = { nodes: {}, groups: {} };

/** So many namespaces folded or unfolded in one step ("Collapse all") make another map, laid out for itself. */
const manyFolds = 3;

/**
 * Positions of what is drawn. Asks the worker for places of newcomers, saves them, and keeps the old picture until they
 * are there; positions that were emptied ("Tidy") count as a wish for a new layout.
 */
export function usePlaces(graph: VisibleGraph): Places {
  const positions = usePolder((state) => state.view.positions);
  const [shown, setShown] = useState(positions);
  const [failed, setFailed] = useState(false);
  if (shown !== positions && !isEmpty(positions)) setShown(positions);
  const before = useRef<VisibleGraph | null>(null);
  /** All at once folded or unfolded: waits for a layout of its own. */
  const overhaul = useRef<VisibleGraph | null>(null);
  const asked = useRef<{ graph: VisibleGraph; positions: LayoutResult } | null>(null);

  useEffect(() => {
    const unfolded = listUnfolded(before.current, graph);
    const isOverhaul = unfolded.length + listUnfolded(graph, before.current ?? graph).length >= manyFolds;
    before.current = graph;
    if (isOverhaul) overhaul.current = graph;
    const unplaced = listUnplaced(graph, positions);
    if (unplaced.length === 0 && overhaul.current !== graph) {
      const roomy = unfolded.reduce((places, id) => makeRoom(graph, places, id), positions);
      if (roomy !== positions) setPositions(roomy);
      return undefined;
    }
    if (asked.current?.graph === graph && asked.current.positions === positions) return undefined;
    asked.current = { graph, positions };
    let current = true;
    const anew = overhaul.current === graph;
    askLayout(toLayoutRequest(graph, anew ? nowhere : positions)).then(
      (result) => {
        if (!current || result === null) return;
        setFailed(false);
        overhaul.current = null;
        setPositions(
          anew
            ? result
            : adoptLayout(graph, { asked: positions, known: polder.getState().view.positions, answer: result }),
        );
        if (anew) focusOnCanvas('all');
      },
      () => {
        if (current) setFailed(true);
      },
    );
    return () => {
      current = false;
      asked.current = null;
    };
  }, [graph, positions]);

  return { positions: isEmpty(positions) ? shown : positions, tidying: isEmpty(positions) && !isEmpty(shown), failed };
}

/** Namespaces that were a card before and are a frame now. */
function listUnfolded(before: VisibleGraph | null, after: VisibleGraph): readonly ItemId[] {
  if (before === null) return [];
  return [...after.items.values()]
    .filter(({ id, type }) => type === 'frame' && before.items.get(id)?.type === 'collapsed')
    .map(({ id }) => id);
}
