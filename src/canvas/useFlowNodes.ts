import { useState } from 'react';
import type { Box } from './graph/Box.ts';
import type { ItemId } from './graph/VisibleGraph.ts';
import type { SceneItem } from './scene/createScene.ts';
import { toFlowNodes, type CanvasNode } from './toFlowNodes.ts';

interface Kept {
  readonly items: readonly SceneItem[];
  readonly boxes: ReadonlyMap<ItemId, Box>;
  readonly nodes: CanvasNode[];
}

/** The nodes for React Flow; what did not change is the same object as before. */
export function useFlowNodes(items: readonly SceneItem[], boxes: ReadonlyMap<ItemId, Box>): CanvasNode[] {
  const [kept, setKept] = useState<Kept>(() => ({ items, boxes, nodes: toFlowNodes(items, boxes, []) }));
  if (kept.items === items && kept.boxes === boxes) return kept.nodes;
  const nodes = toFlowNodes(items, boxes, kept.nodes);
  setKept({ items, boxes, nodes });
  return nodes;
}
