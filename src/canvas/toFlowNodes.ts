import { Position, type NodeHandle } from '@xyflow/react';
import { touches, type Box } from './graph/Box.ts';
import { frameHeader } from './graph/sizes.ts';
import type { ItemId } from './graph/VisibleGraph.ts';
import type { CollapsedNode } from './node/CollapsedNamespace.tsx';
import type { ExternalNode } from './node/ExternalCard.tsx';
import { frameHandle, type FrameNode } from './node/NamespaceFrame.tsx';
import type { WorkloadNode } from './node/WorkloadCard.tsx';
import type { SceneItem } from './scene/createScene.ts';

export type CanvasNode = FrameNode | CollapsedNode | WorkloadNode | ExternalNode;

/** Frames lie under everything else. */
const level = { frame: 0, card: 2, expanded: 3 } as const;

/** An item where it is drawn. */
interface PlacedItem extends SceneItem {
  /** A card that stands outside its frame. */
  readonly outside: boolean;
}

/**
 * Items as React Flow wants them. One whose parts are the same objects as in `before` is the same object again, so that memoised
 * components stay as they are.
 */
export function toFlowNodes(
  items: readonly SceneItem[],
  boxes: ReadonlyMap<ItemId, Box>,
  before: readonly CanvasNode[],
): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return items.map(({ item, box }) => {
    const frame = item.type === 'card' ? boxes.get(item.frame) : undefined;
    const outside = item.type === 'card' && (frame === undefined || !touches(box, frame));
    const placed: PlacedItem = { item, box, outside };
    const old = known.get(item.id);
    return old !== undefined && isSameNode(old, placed) ? old : toNode(placed);
  });
}

const isSameNode = (node: CanvasNode, { item, box, outside }: PlacedItem): boolean =>
  node.data.item === item &&
  node.position.x === box.x &&
  node.position.y === box.y &&
  node.width === box.width &&
  node.height === box.height &&
  (node.type !== 'card' || node.data.outside === outside);

function toNode({ item, box, outside }: PlacedItem): CanvasNode {
  const { x, y, width, height } = box;
  const common = {
    id: item.id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(width, height, item.type),
    zIndex: item.type === 'frame' ? level.frame : level.card,
    // Where React Flow would put it, without a transform: each is one more piece that the browser puts together anew with every frame.
    style: { left: x, top: y, transform: 'none' },
  };
  switch (item.type) {
    case 'frame':
      return {
        ...common,
        type: 'frame',
        data: { item },
        dragHandle: `.${frameHandle}`,
        // The inside of a frame is the map: it pans.
        style: { ...common.style, pointerEvents: 'none' },
      };
    case 'collapsed':
      return { ...common, type: 'collapsed', data: { item } };
    case 'external':
      return { ...common, type: 'external', data: { item } };
    case 'card':
      return {
        ...common,
        zIndex: item.pods === null ? level.card : level.expanded,
        type: 'card',
        data: { item, outside },
      };
  }
}

const handlesOf = (width: number, height: number, type: SceneItem['item']['type']): NodeHandle[] => [
  { type: 'target', position: Position.Left, x: 0, y: 0, width, height },
  {
    type: 'source',
    position: Position.Right,
    x: width - 6,
    // A frame's is beside its name.
    y: (type === 'frame' ? frameHeader : height) / 2 - 6,
    width: 12,
    height: 12,
  },
];
