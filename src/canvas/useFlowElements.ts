import { useState } from 'react';
import type { DrawnEdge, VisibleGraph } from './graph/VisibleGraph.ts';
import { toFlowElements, type FlowElements } from './toFlowElements.ts';
import type { Scene } from './useScene.ts';

/** The elements for React Flow; what did not change is the same object as before. */
export function useFlowElements(graph: VisibleGraph, edges: readonly DrawnEdge[], scene: Scene): FlowElements {
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
