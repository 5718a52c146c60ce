import { Position, type NodeHandle } from '@xyflow/react';
import type { FlowEdgeType } from './edge/FlowEdge.tsx';
import { touches, type Box } from './graph/Box.ts';
import type { Route } from './graph/Route.ts';
import type { DrawnEdge, Item, VisibleGraph } from './graph/VisibleGraph.ts';
import type { CollapsedNode } from './node/CollapsedNamespace.tsx';
import type { ExternalNode } from './node/ExternalCard.tsx';
import { frameHandle, type FrameNode } from './node/NamespaceFrame.tsx';
import type { WorkloadNode } from './node/WorkloadCard.tsx';
import type { Scene } from './useScene.ts';

export type CanvasNode = FrameNode | CollapsedNode | WorkloadNode | ExternalNode;

/** Frames lie under the lines, everything else above them. */
const level = { frame: 0, line: 1, card: 2, expanded: 3 } as const;

export interface FlowElements {
  readonly nodes: CanvasNode[];
  readonly edges: FlowEdgeType[];
}

/** An item where it is drawn. */
interface PlacedItem {
  readonly item: Item;
  readonly box: Box;
  /** A card that stands outside its frame. */
  readonly outside: boolean;
}

interface Drawing {
  readonly graph: VisibleGraph;
  readonly edges: readonly DrawnEdge[];
  readonly scene: Scene;
}

/** With more lines than this, a line shows its label only while it is pointed at. */
const mostLabelled = 90;

/**
 * The scene as React Flow wants it. An element whose parts are the same objects as in `before` is the same object again,
 * so that memoised components stay as they are.
 */
export const toFlowElements = (drawing: Drawing, before: FlowElements | null): FlowElements => ({
  nodes: toNodes(drawing, before?.nodes ?? []),
  edges: toEdges(drawing, before?.edges ?? []),
});

function toNodes({ graph, scene }: Drawing, before: readonly CanvasNode[]): CanvasNode[] {
  const oldNodes = new Map(before.map((node) => [node.id, node]));
  const nodes: CanvasNode[] = [];
  for (const item of graph.items.values()) {
    const box = scene.boxes.get(item.id);
    if (box === undefined) continue;
    const frame = item.type === 'card' ? scene.boxes.get(item.frame) : undefined;
    const outside = item.type === 'card' && (frame === undefined || !touches(box, frame));
    const placed: PlacedItem = { item, box, outside };
    const old = oldNodes.get(item.id);
    nodes.push(old !== undefined && isSameNode(old, placed) ? old : toNode(placed));
  }
  return nodes;
}

function toEdges({ edges, scene }: Drawing, before: readonly FlowEdgeType[]): FlowEdgeType[] {
  const oldEdges = new Map(before.map((edge) => [edge.id, edge]));
  const labelled = edges.length <= mostLabelled;
  const drawn: FlowEdgeType[] = [];
  for (const edge of edges) {
    const route = scene.routes.byEdge.get(edge.id);
    if (route === undefined) continue;
    const old = oldEdges.get(edge.id);
    drawn.push(
      old?.data !== undefined &&
        old.data.drawn === edge &&
        old.data.labelled === labelled &&
        isSameRoute(old.data.route, route)
        ? old
        : {
            id: edge.id,
            type: 'flow',
            source: edge.from,
            target: edge.to,
            zIndex: level.line,
            data: { drawn: edge, route, labelled },
          },
    );
  }
  return drawn;
}

const isSameNode = (node: CanvasNode, { item, box, outside }: PlacedItem): boolean =>
  node.data.item === item &&
  node.position.x === box.x &&
  node.position.y === box.y &&
  node.width === box.width &&
  node.height === box.height &&
  (node.type !== 'card' || node.data.outside === outside);

const isSameRoute = (a: Route, b: Route): boolean =>
  a.path === b.path && a.label.x === b.label.x && a.label.y === b.label.y && a.crowded === b.crowded;

function toNode({ item, box, outside }: PlacedItem): CanvasNode {
  const { x, y, width, height } = box;
  const common = {
    id: item.id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(width, height),
    zIndex: item.type === 'frame' ? level.frame : level.card,
  };
  switch (item.type) {
    case 'frame':
      return {
        ...common,
        type: 'frame',
        data: { item },
        dragHandle: `.${frameHandle}`,
        connectable: false,
        // The inside of a frame is the map: it pans.
        style: { pointerEvents: 'none' },
      };
    case 'collapsed':
      return { ...common, type: 'collapsed', data: { item }, connectable: false };
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

const handlesOf = (width: number, height: number): NodeHandle[] => [
  { type: 'target', position: Position.Left, x: 0, y: 0, width, height },
  { type: 'source', position: Position.Right, x: width - 6, y: height / 2 - 6, width: 12, height: 12 },
];
