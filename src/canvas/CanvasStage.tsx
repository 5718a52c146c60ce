import { MiniMap, ReactFlow, useStore, type Connection, type NodeChange } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { openDialog } from '../store/actions/dialogActions.ts';
import { select } from '../store/actions/selectionActions.ts';
import { setPositions, toggleNamespace, toggleWorkload } from '../store/actions/viewActions.ts';
import { polder, usePolder } from '../store/store.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { CanvasControls } from './CanvasControls.tsx';
import styles from './CanvasStage.module.css';
import { createSignal } from './createSignal.ts';
import { FlowEdge, type FlowEdgeType } from './edge/FlowEdge.tsx';
import { EmphasisContext, noEmphasis } from './EmphasisContext.ts';
import { computeEmphasis, type Hover } from './graph/computeEmphasis.ts';
import { describeItem } from './graph/describeItem.ts';
import type { Drag } from './graph/dragBoxes.ts';
import { moveCard, movePlaces } from './graph/movePlaces.ts';
import { liftToFrames } from './graph/liftToFrames.ts';
import type { DrawnEdge, Item, VisibleGraph } from './graph/VisibleGraph.ts';
import { FrameTitles } from './FrameTitles.tsx';
import { HiddenFlows } from './HiddenFlows.tsx';
import { Legend } from './Legend.tsx';
import { CollapsedNamespace } from './node/CollapsedNamespace.tsx';
import { ExternalCard } from './node/ExternalCard.tsx';
import { NamespaceFrame } from './node/NamespaceFrame.tsx';
import { WorkloadCard } from './node/WorkloadCard.tsx';
import { selectEdge, selectItem } from './selectOnCanvas.ts';
import { toFlowElements, type CanvasNode, type FlowElements } from './toFlowElements.ts';
import type { CanvasGraph } from './useCanvasGraph.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useDistance } from './useDistance.ts';
import { useFocusRequests } from './useFocusRequests.ts';
import type { Places } from './usePlaces.ts';
import { useScene, type Scene } from './useScene.ts';

const nodeTypes = {
  frame: NamespaceFrame,
  card: WorkloadCard,
  collapsed: CollapsedNamespace,
  external: ExternalCard,
};
const edgeTypes = { flow: FlowEdge };

/** React Flow is credited with the other libraries; a link out of the map would be a second tab stop. */
const proOptions = { hideAttribution: true };

/** A canvas lower than this has no room for an overview and an open legend. */
const roomy = 560;

/** A map of so many things is drawn as lines between namespaces when it is seen from far away. */
const overviewSize = 24;

/** With more lines than this, lines keep to the background until they are pointed at. */
const crowd = 60;

/** With so few lines their ports stay readable from a little farther away. */
const sparse = 30;

/** More nodes than this: draw only what is in view. */
const many = 250;

export function CanvasStage({ canvas, places }: { canvas: CanvasGraph; places: Places }) {
  const { graph, snapshot } = canvas;
  const distance = useDistance();
  const isOverview = distance.includes('farthest') && graph.items.size > overviewSize;
  const lifted = useMemo(() => (isOverview ? liftToFrames(snapshot, graph) : null), [isOverview, snapshot, graph]);
  const edges = lifted ?? canvas.edges;
  const [drag, setDrag] = useState<Drag | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [isConnecting, setConnecting] = useState(false);
  const scene = useScene(graph, edges, { positions: places.positions, drag, isOverview });
  const elements = useFlowElements(graph, edges, scene);

  const selection = usePolder((state) => state.selection);
  const caretMeaning = usePolder((state) => state.editor.caretMeaning);
  const search = usePolder((state) => state.view.search);
  const [emphasisSignal] = useState(() => createSignal(noEmphasis));
  const emphasis = useMemo(
    () =>
      computeEmphasis({
        snapshot,
        graph,
        edges,
        selection,
        caretMeaning,
        search,
        isOverview,
        hover: drag === null && !isConnecting ? hover : null,
      }),
    [snapshot, graph, edges, selection, caretMeaning, search, isOverview, hover, drag, isConnecting],
  );
  useLayoutEffect(() => emphasisSignal.set(emphasis), [emphasisSignal, emphasis]);

  const height = useStore((state) => state.height);
  const width = useStore((state) => state.width);
  useFocusRequests(graph, snapshot, scene.boxes, { bottom: height > roomy || width < 720 ? 92 : 56 });
  const onKeyDown = useCanvasKeys({ items: graph.items, edges, boxes: scene.boxes, current: emphasis.selectedItem });

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    for (const change of changes) {
      if (change.type === 'position' && change.position !== undefined && change.dragging === true) {
        setDrag({ id: change.id, at: change.position });
      }
    }
  }, []);
  const onNodeDragStop = (_: unknown, node: CanvasNode): void => {
    const box = places.positions.groups[node.id] ?? places.positions.nodes[node.id];
    const drawn = scene.boxes.get(node.id);
    if (drag !== null && box !== undefined && drawn !== undefined) saveDrag(node, { x: drag.at.x, y: drag.at.y });
    setDrag(null);
  };
  /** Expanded cards push others down on screen only: what is saved is where it was, plus how far it was dragged. */
  const saveDrag = (node: CanvasNode, at: { x: number; y: number }): void => {
    const origin = dragOrigin(node.id);
    if (origin === null) return;
    const by = { x: Math.round(at.x - origin.x), y: Math.round(at.y - origin.y) };
    const { item } = node.data;
    const { positions } = polder.getState().view;
    if (item.type !== 'card') {
      setPositions(movePlaces(positions, item.id, by));
      return;
    }
    const siblings = [...graph.items.values()].flatMap((other) =>
      other.type === 'card' && other.frame === item.frame ? [other.id] : [],
    );
    setPositions(moveCard(positions, { id: item.id, frame: item.frame, siblings, by }));
  };
  const dragOrigin = (id: string) => scene.resting.get(id) ?? null;

  const announced = emphasis.selectedItem === null ? undefined : graph.items.get(emphasis.selectedItem);
  return (
    <div
      className={styles.stage}
      data-testid="policy-canvas"
      data-distance={distance}
      data-overview={isOverview}
      data-crowded={edges.length > crowd}
      data-sparse={edges.length <= sparse}
      data-connecting={isConnecting}
      data-tidying={places.tidying}
      data-dragging={drag !== null}
      role="application"
      aria-roledescription="map"
      aria-label="Map of workloads and allowed flows"
      aria-describedby="canvas-keys"
      aria-activedescendant={announced?.id}
      // The one tab stop of the canvas; arrows walk from there.
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <EmphasisContext.Provider value={emphasisSignal}>
        <ReactFlow<CanvasNode, FlowEdgeType>
          nodes={elements.nodes}
          edges={elements.edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeDragStop={onNodeDragStop}
          onNodeClick={(_, node) => selectItem(node.data.item, edges)}
          onNodeDoubleClick={(_, node) => toggleItem(node.data.item)}
          onNodeMouseEnter={(_, node) => {
            if (node.type !== 'frame') setHover({ type: 'item', id: node.id });
          }}
          onNodeMouseLeave={() => setHover(null)}
          onEdgeClick={(_, edge) => edge.data && selectEdge(edge.data.drawn)}
          onEdgeMouseEnter={(_, edge) => setHover({ type: 'edge', id: edge.id })}
          onEdgeMouseLeave={() => setHover(null)}
          onPaneClick={() => select(null)}
          onConnectStart={() => setConnecting(true)}
          onConnectEnd={() => setConnecting(false)}
          onConnect={({ source, target }) => openDialog({ type: 'allowFlow', from: source, to: target, ports: null })}
          isValidConnection={(connection) => canAllow(connection as Connection, graph.items)}
          connectionRadius={0}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          disableKeyboardA11y
          zoomOnDoubleClick={false}
          zIndexMode="manual"
          nodeDragThreshold={3}
          minZoom={0.05}
          maxZoom={2}
          onlyRenderVisibleElements={elements.nodes.length > many}
          proOptions={proOptions}
        >
          {elements.nodes.length > 8 && height > roomy && (
            <MiniMap<CanvasNode>
              className={styles.minimap}
              nodeClassName={(node) => `minimap-${node.type ?? ''}`}
              nodeStrokeWidth={2}
              pannable
              zoomable
              ariaLabel="Overview"
            />
          )}
          {distance.includes('farthest') && <FrameTitles items={graph.items} boxes={scene.boxes} />}
        </ReactFlow>
      </EmphasisContext.Provider>
      <div className={styles.corner}>
        <Legend graph={graph} edges={edges} startsOpen={height > roomy} />
        <HiddenFlows graph={graph} lines={edges.length} />
      </div>
      <CanvasControls />
      <VisuallyHidden>
        <span id="canvas-keys">
          Arrow keys walk from node to node, Enter opens or closes, Escape lets go, plus, minus and zero zoom.
        </span>
        <span aria-live="polite">{announced === undefined ? '' : describeItem(announced)}</span>
      </VisuallyHidden>
    </div>
  );
}

/** The elements for React Flow; what did not change is the same object as before. */
function useFlowElements(graph: VisibleGraph, edges: readonly DrawnEdge[], scene: Scene): FlowElements {
  const [kept, setKept] = useState<{ scene: unknown; edges: unknown; elements: FlowElements }>(() => ({
    scene,
    edges,
    elements: toFlowElements({ graph, edges, scene }, null),
  }));
  if (kept.scene === scene && kept.edges === edges) return kept.elements;
  const elements = toFlowElements({ graph, edges, scene }, kept.elements);
  setKept({ scene, edges, elements });
  return elements;
}

function toggleItem(item: Item): void {
  if (item.type === 'card') {
    if (item.podCount > 0) toggleWorkload(item.id);
  } else if (item.type !== 'external') toggleNamespace(item.name);
}

/** Someone inside the cluster must be at one end; whether it can be written is for the dialog to say. */
function canAllow({ source, target }: Connection, items: ReadonlyMap<string, Item>): boolean {
  const from = items.get(source)?.type;
  const to = items.get(target)?.type;
  const isEnd = (type: Item['type'] | undefined): boolean => type === 'card' || type === 'external';
  return source !== target && isEnd(from) && isEnd(to) && (from === 'card' || to === 'card');
}
