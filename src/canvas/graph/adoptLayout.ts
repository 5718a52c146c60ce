import type { LayoutResult } from '../../store/state.ts';
import { boxAround, type Box, type Point } from './Box.ts';
import { makeRoom } from './makeRoom.ts';
import { movePlaces } from './movePlaces.ts';
import type { VisibleGraph } from './VisibleGraph.ts';

/**
 * The known positions with those of newcomers added. `asked` is what was known when the question was put: a frame that was
 * moved meanwhile stays where it was moved to and takes its newcomers along. A namespace that is unfolded for the first
 * time opens where its card stood, and the others make room.
 */
export function adoptLayout(
  graph: VisibleGraph,
  {
    asked,
    known,
    answer,
  }: { readonly asked: LayoutResult; readonly known: LayoutResult; readonly answer: LayoutResult },
): LayoutResult {
  // A first layout of thousands is taken as it is: a copy would be felt.
  if (isEmpty(known.nodes) && isEmpty(known.groups)) return answer;
  const nodes: Record<string, Point> = { ...answer.nodes, ...known.nodes };
  const groups: Record<string, Box> = { ...known.groups };
  for (const [id, box] of Object.entries(answer.groups)) {
    const then = asked.groups[id];
    const now = known.groups[id];
    if (then === undefined || now === undefined || now === then) {
      groups[id] = box;
      continue;
    }
    const by = { x: now.x - then.x, y: now.y - then.y };
    groups[id] = boxAround([now, { ...box, x: box.x + by.x, y: box.y + by.y }]) ?? now;
    for (const item of graph.items.values()) {
      const place = answer.nodes[item.id];
      if (item.type !== 'card' || item.frame !== id || known.nodes[item.id] !== undefined || place === undefined)
        continue;
      nodes[item.id] = { x: place.x + by.x, y: place.y + by.y };
    }
  }
  let result: LayoutResult = { nodes, groups };
  for (const item of graph.items.values()) {
    const card = known.nodes[item.id];
    const frame = result.groups[item.id];
    if (item.type !== 'frame' || card === undefined || frame === undefined || known.groups[item.id] !== undefined)
      continue;
    const { [item.id]: _, ...others } = result.nodes;
    result = movePlaces({ nodes: others, groups: result.groups }, item.id, {
      x: card.x - frame.x,
      y: card.y - frame.y,
    });
    result = makeRoom(graph, result, item.id);
  }
  return result;
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;
