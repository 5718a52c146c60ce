import type { ObjectId } from '../engine/index.ts';
import type { EndId, PolderState } from '../store/state.ts';

/** What of the selection is an object with a text of its own: a namespace, a workload, a policy. */
export interface SelectedObject {
  readonly type: 'namespace' | 'workload' | 'policy';
  readonly id: ObjectId;
}

export function selectedObject({ selection, analysis }: PolderState): SelectedObject | null {
  const { snapshot } = analysis;
  switch (selection?.type) {
    case 'namespace': {
      const described = snapshot?.namespaces.some(({ name, described }) => name === selection.id && described);
      return described ? { type: 'namespace', id: `Namespace/${selection.id}` as ObjectId } : null;
    }
    case 'workload': {
      const written = snapshot?.workloads.some(({ id, at }) => id === selection.id && at !== null);
      return written ? { type: 'workload', id: selection.id as ObjectId } : null;
    }
    case 'policy':
      return { type: 'policy', id: selection.id as ObjectId };
    default:
      return null;
  }
}

/** What the selection is on the graph: a card (that of a pod, too), or a namespace as a whole. */
export function selectedItem({ selection }: PolderState): EndId | null {
  switch (selection?.type) {
    case 'workload':
    case 'external':
      return selection.id;
    case 'pod':
      return selection.workload;
    case 'namespace':
      return `namespace:${selection.id}`;
    default:
      return null;
  }
}

/** What an intent can be about, of the selection: a node, or a namespace as a whole. */
export const selectedEnd = (state: PolderState): EndId | null =>
  state.selection?.type === 'flow' ? state.selection.from : selectedItem(state);

/** What a policy can select: a workload, or a namespace as a whole. */
export const selectedSubject = (state: PolderState): EndId | null =>
  state.selection?.type === 'external' || state.selection?.type === 'flow' ? null : selectedEnd(state);
