import type { LayoutResult } from '../../store/state.ts';
import { makeRoom } from './makeRoom.ts';
import { movePlaces } from './movePlaces.ts';
import type { VisibleGraph } from './VisibleGraph.ts';

/**
 * The known positions with those of newcomers added. What was moved while the answer was under way stays where it was
 * moved to. A namespace that is unfolded for the first time opens where its card stood, and the others make room.
 */
export function adoptLayout(graph: VisibleGraph, known: LayoutResult, answer: LayoutResult): LayoutResult {
  const nodes = { ...answer.nodes, ...known.nodes };
  const groups = { ...known.groups };
  for (const [id, box] of Object.entries(answer.groups)) {
    const before = known.groups[id];
    const moved = before !== undefined && (box.x > before.x || box.y > before.y);
    if (!moved) groups[id] = box;
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
