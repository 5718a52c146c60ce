import { ReactFlow, useStore } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useDeferredValue, useMemo, useRef, useState, type CSSProperties } from 'react';
import { openDialog } from '../store/actions/dialogActions.ts';
import { canAllow } from './canAllow.ts';
import { CanvasAnnouncement, canvasKeysId } from './CanvasAnnouncement.tsx';
import { CanvasControls } from './CanvasControls.tsx';
import styles from './CanvasStage.module.css';
import { ConnectingContext } from './ConnectingContext.ts';
import { createSignal } from './createSignal.ts';
import { EdgeList } from './EdgeList.tsx';
import { EmphasisContext } from './EmphasisContext.ts';
import type { Hover } from './graph/computeEmphasis.ts';
import type { ItemId } from './graph/VisibleGraph.ts';
import { FindField } from './FindField.tsx';
import { FocusList } from './FocusList.tsx';
import { HiddenFlows } from './HiddenFlows.tsx';
import { MapLayer } from './MapLayer.tsx';
import { MiniMap } from './MiniMap.tsx';
import { CollapsedNamespace } from './node/CollapsedNamespace.tsx';
import { ExternalCard } from './node/ExternalCard.tsx';
import { NamespaceFrame } from './node/NamespaceFrame.tsx';
import { WorkloadCard } from './node/WorkloadCard.tsx';
import type { Picture } from './paint/createPainter.ts';
import { selectItem } from './selectOnCanvas.ts';
import { SignSheet } from './sign/SignSheet.tsx';
import type { CanvasNode } from './toFlowNodes.ts';
import { toggleItem } from './toggleItem.ts';
import { CanvasToolbar } from './toolbar/CanvasToolbar.tsx';
import { useTrail } from './useTrail.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import type { CanvasGraph } from './useCanvasGraph.ts';
import { useCardDrag, useMoveRequests } from './useCardDrag.ts';
import { useDistance } from './useDistance.ts';
import { useFlowNodes } from './useFlowNodes.ts';
import { useFocusRequests } from './useFocusRequests.ts';
import { useMapEmphasis } from './useMapEmphasis.ts';
import { useMounted } from './useMounted.ts';
import { useOverview } from './useOverview.ts';
import { usePictureRequest } from './usePictureRequest.ts';
import type { Places } from './usePlaces.ts';
import { usePointer } from './usePointer.ts';
import { useRest } from './useRest.ts';
import { useScene } from './useScene.ts';
import { ViewLegend } from './ViewLegend.tsx';

const nodeTypes = {
  frame: NamespaceFrame,
  card: WorkloadCard,
  collapsed: CollapsedNamespace,
  external: ExternalCard,
};

/** React Flow is credited with the other libraries; a link out of the map would be a second tab stop. */
const proOptions = { hideAttribution: true };

/** A canvas lower than this has no room for an overview and an open legend. */
const roomy = 560;

/** Lines are painted below; React Flow draws the nodes. */
const noEdges: never[] = [];
const nothingPainted: Picture = { painted: [], labelled: new Set(), hasAbove: false, isUnfinished: false, weight: 0 };

/** What stands at the top makes room, as its style sheets say. */
const coveredBy = (top: number): CSSProperties => ({ '--covered-top': `${top}px` }) as CSSProperties;

interface CanvasStageProps {
  readonly canvas: CanvasGraph;
  readonly places: Places;
  /** How many px something else covers at the top. */
  readonly coveredTop: number;
}

export function CanvasStage({ canvas, places, coveredTop }: CanvasStageProps) {
  const { graph, index } = canvas;
  const distance = useDistance();
  const isOverview = useOverview(graph.items.size);
  const edges = isOverview ? graph.lifted : canvas.edges;
  const { drag, onNodesChange, onNodeDragStop } = useCardDrag(graph, places.positions);
  const [hover, setHover] = useState<Hover | null>(null);
  // What was pointed at from afar is not what a pointer at rest points at near by, and the other way round.
  const [level, setLevel] = useState(isOverview);
  if (level !== isOverview) {
    setLevel(isOverview);
    setHover(null);
  }
  const [isConnecting, setConnecting] = useState(false);
  const scene = useScene(graph, canvas.edges, { positions: places.positions, drag, glides: places.glides });
  usePictureRequest({ snapshot: index.snapshot, graph, scene, isOverview });
  const { emphasis, signal } = useMapEmphasis(
    { ...canvas, edges },
    { isOverview, hover: drag === null && !isConnecting ? hover : null },
  );
  const selected = emphasis.selectedItem;
  useMoveRequests(graph, selected);
  const keep = useMemo(
    () => new Set<ItemId>([selected, drag?.id].filter((id) => id !== null && id !== undefined)),
    [selected, drag?.id],
  );
  const rest = useRest();
  const shown = useMounted(scene, keep, rest);
  const mounted = useMemo(() => new Set(shown.map(({ item }) => item.id)), [shown]);
  const nodes = useFlowNodes(shown, scene.boxes);
  const [picture] = useState(() => createSignal(nothingPainted));
  const pointer = usePointer({ scene, edges, mounted, setHover });

  // The picture comes first, what one does with it a moment later.
  const hasTools = useDeferredValue(true, false);
  const height = useStore((state) => state.height);
  const corner = useRef<HTMLDivElement>(null);
  useFocusRequests(
    { graph, index },
    { boxes: scene.boxes, emphasis, rest, coveredTop, measureBottom: () => corner.current?.offsetHeight ?? 0 },
  );
  const trail = useTrail(selected, graph.items, edges);
  // What is selected lights up first; who is out of view may follow.
  const looked = useMemo(() => ({ selected, emphasis, edges, scene }), [selected, emphasis, edges, scene]);
  const neighbours = useDeferredValue(looked);
  const [typed, setTyped] = useState<string | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const onKeyDown = useCanvasKeys({
    items: graph.items,
    edges,
    boxes: scene.boxes,
    isOverview,
    current: selected,
    goBack: () => {
      if (trail.back === null) return false;
      trail.goBack();
      return true;
    },
    find: setTyped,
  });

  const announced = selected === null ? undefined : graph.items.get(selected);
  return (
    <div
      ref={stage}
      className={styles.stage}
      style={coveredTop === 0 ? undefined : coveredBy(coveredTop)}
      data-testid="policy-canvas"
      data-distance={distance}
      data-overview={isOverview}
      data-connecting={isConnecting}
      data-tidying={places.tidying}
      data-dragging={drag !== null}
      data-pointing={hover?.type === 'edge' || (hover?.type === 'item' && !mounted.has(hover.id))}
      role="application"
      aria-roledescription="map"
      aria-label="Map of workloads and allowed flows"
      aria-describedby={canvasKeysId}
      aria-activedescendant={announced?.id}
      // The one tab stop of the canvas; arrows walk from there.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={pointer.onDoubleClick}
      onContextMenu={pointer.onContextMenu}
    >
      <SignSheet />
      <EmphasisContext.Provider value={signal}>
        <MapLayer scene={scene} mounted={mounted} emphasis={signal} picture={picture}>
          <ConnectingContext.Provider value={isConnecting}>
            <ReactFlow<CanvasNode>
              nodes={nodes}
              edges={noEdges}
              nodeTypes={nodeTypes}
              onNodesChange={onNodesChange}
              onNodeDragStop={onNodeDragStop}
              onNodeClick={(_, node) => selectItem(node.data.item, edges)}
              // The stage opens the menu; the node only says what it is about.
              onNodeContextMenu={(_, node) => selectItem(node.data.item, edges)}
              onNodeDoubleClick={(_, node) => toggleItem(node.data.item)}
              onNodeMouseMove={pointer.onNodeMouseMove}
              onNodeMouseLeave={pointer.onNodeMouseLeave}
              onPaneClick={pointer.onPaneClick}
              onPaneMouseMove={pointer.onPaneMouseMove}
              onPaneMouseLeave={pointer.onPaneMouseLeave}
              onConnectStart={() => setConnecting(true)}
              onConnectEnd={() => setConnecting(false)}
              onConnect={({ source, target }) =>
                openDialog({ type: 'flow', intent: 'allow', from: source, to: target, ports: null })
              }
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
              minZoom={0.02}
              maxZoom={2}
              proOptions={proOptions}
            />
          </ConnectingContext.Provider>
        </MapLayer>
        {rest !== null && (
          <EdgeList
            lines={isOverview ? scene.far : scene.near}
            items={graph.items}
            emphasis={emphasis}
            picture={picture}
          />
        )}
      </EmphasisContext.Provider>
      {hasTools && scene.items.length > 8 && height > roomy && <MiniMap scene={scene} />}
      <div ref={corner} className={styles.corner}>
        <ViewLegend
          scene={scene}
          rest={rest}
          isOverview={isOverview}
          isFocused={emphasis.focus !== null}
          startsOpen={height > roomy}
        />
        <HiddenFlows graph={graph} lines={edges.length} isOverview={isOverview} />
      </div>
      {hasTools && <CanvasToolbar />}
      {selected !== null && neighbours.selected !== null && rest !== null && (
        <FocusList
          {...neighbours}
          selected={neighbours.selected}
          items={graph.items}
          rest={rest}
          back={trail.back}
          onGo={trail.goTo}
          onBack={trail.goBack}
        />
      )}
      {typed !== null && (
        <FindField
          first={typed}
          items={graph.items}
          edges={edges}
          onClose={() => {
            setTyped(null);
            stage.current?.focus();
          }}
        />
      )}
      {hasTools && <CanvasControls />}
      <CanvasAnnouncement item={announced} />
    </div>
  );
}
