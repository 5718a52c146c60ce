import { ReactFlowProvider } from '@xyflow/react';
import { hasPlaces } from '../store/selectors.ts';
import { usePolder } from '../store/store.ts';
import { CanvasMessage } from './CanvasMessage.tsx';
import { CanvasStage } from './CanvasStage.tsx';
import { useCanvasGraph, type CanvasGraph } from './useCanvasGraph.ts';
import { usePlaces } from './usePlaces.ts';

/** The map of the workspace. `coveredTop`: how many px of it something else lies on, at the top. */
export function PolicyCanvas({ coveredTop }: { readonly coveredTop: number }) {
  const workspace = usePolder((state) => state.workspace.id);
  const canvas = useCanvasGraph();
  if (canvas === null) return <CanvasMessage about="waiting" />;
  if (canvas.index.snapshot.workloads.length === 0) return <CanvasMessage about="nothing" />;
  // Another workspace is another map: nothing of the old one may linger.
  return (
    <ReactFlowProvider key={workspace ?? ''}>
      <PlacedCanvas canvas={canvas} coveredTop={coveredTop} />
    </ReactFlowProvider>
  );
}

function PlacedCanvas({ canvas, coveredTop }: { readonly canvas: CanvasGraph; readonly coveredTop: number }) {
  const places = usePlaces(canvas.graph);
  if (!hasPlaces(places.positions)) return <CanvasMessage about={places.failed ? 'failed' : 'drawing'} />;
  return <CanvasStage canvas={canvas} places={places} coveredTop={coveredTop} />;
}
