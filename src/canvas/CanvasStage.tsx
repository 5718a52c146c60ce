import { MiniMap, ReactFlow, useStore } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useState } from 'react';
import { openDialog } from '../store/actions/dialogActions.ts';
import { select } from '../store/actions/selectionActions.ts';
import { canAllow } from './canAllow.ts';
import { CanvasAnnouncement, canvasKeysId } from './CanvasAnnouncement.tsx';
import { CanvasControls } from './CanvasControls.tsx';
import styles from './CanvasStage.module.css';
import { FlowEdge, type FlowEdgeType } from './edge/FlowEdge.tsx';
import { EmphasisContext } from './EmphasisContext.ts';
import { FrameTitles } from './FrameTitles.tsx';
import type { Hover } from './graph/computeEmphasis.ts';
import { liftToFrames } from './graph/liftToFrames.ts';
import { HiddenFlows } from './HiddenFlows.tsx';
import { Legend } from './Legend.tsx';
import { CollapsedNamespace } from './node/CollapsedNamespace.tsx';
import { ExternalCard } from './node/ExternalCard.tsx';
import { NamespaceFrame } from './node/NamespaceFrame.tsx';
import { WorkloadCard } from './node/WorkloadCard.tsx';
import { selectEdge, selectItem } from './selectOnCanvas.ts';
import type { CanvasNode } from './toFlowElements.ts';
import { toggleItem } from './toggleItem.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import type { CanvasGraph } from './useCanvasGraph.ts';
import { useCardDrag } from './useCardDrag.ts';
import { useDistance } from './useDistance.ts';
import { useFlowElements } from './useFlowElements.ts';
import { useFocusRequests } from './useFocusRequests.ts';
import { useMapEmphasis } from './useMapEmphasis.ts';
import { usePictureRequest } from './usePictureRequest.ts';
import type { Places } from './usePlaces.ts';
import { useScene } from './useScene.ts';

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
  const { drag, onNodesChange, onNodeDragStop } = useCardDrag(graph.items, places.positions);
  const [hover, setHover] = useState<Hover | null>(null);
  const [isConnecting, setConnecting] = useState(false);
  const scene = useScene(graph, edges, { positions: places.positions, drag, isOverview });
  usePictureRequest({ snapshot, graph, edges, ...scene });
  const elements = useFlowElements(graph, edges, scene);

  const { emphasis, signal } = useMapEmphasis(
    { snapshot, graph, edges },
    { isOverview, hover: drag === null && !isConnecting ? hover : null },
  );

  const height = useStore((state) => state.height);
  const width = useStore((state) => state.width);
  useFocusRequests(graph, snapshot, scene.boxes, { bottom: height > roomy || width < 720 ? 92 : 56 });
  const onKeyDown = useCanvasKeys({ items: graph.items, edges, boxes: scene.boxes, current: emphasis.selectedItem });

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
      aria-describedby={canvasKeysId}
      aria-activedescendant={announced?.id}
      // The one tab stop of the canvas; arrows walk from there.
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <EmphasisContext.Provider value={signal}>
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
          isValidConnection={(connection) => canAllow(connection, graph.items)}
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
      <CanvasAnnouncement item={announced} />
    </div>
  );
}
