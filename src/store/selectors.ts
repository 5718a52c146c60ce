import type { FileRange, WorkspaceSnapshot } from '../engine/index.ts';
import type { StoredFile } from '../files/WorkspaceStorage.ts';
import type { LayoutResult, NodeId, PolderState } from './state.ts';

/** Whether the file differs from what was imported (or was made here). */
export const isChanged = (file: StoredFile): boolean => file.text !== file.original;

export const hasChanges = ({ workspace }: PolderState): boolean =>
  workspace.files.some(isChanged) || Object.keys(workspace.removed).length > 0;

/** Files changed, made or removed since the import. */
export const countChanges = ({ workspace }: PolderState): number =>
  workspace.files.filter(isChanged).length + Object.keys(workspace.removed).length;

/** Node numbers as in `FlowTable`: workloads first, then externals. */
export function findNode(snapshot: WorkspaceSnapshot, id: NodeId): number | null {
  const workload = snapshot.workloads.findIndex((candidate) => candidate.id === id);
  if (workload >= 0) return workload;
  const external = snapshot.externals.findIndex((candidate) => candidate.id === id);
  return external >= 0 ? snapshot.workloads.length + external : null;
}

/** Where the selected thing is written, if it is written somewhere. */
export function findPlace({ selection, analysis: { snapshot } }: PolderState): FileRange | null {
  if (!selection || !snapshot) return null;
  switch (selection.type) {
    case 'namespace':
      return snapshot.namespaces.find(({ name }) => name === selection.id)?.at ?? null;
    case 'workload':
      return snapshot.workloads.find(({ id }) => id === selection.id)?.at ?? null;
    case 'pod':
      return (
        snapshot.workloads.find(({ id }) => id === selection.workload)?.pods.find(({ id }) => id === selection.id)
          ?.at ?? null
      );
    case 'policy':
      return snapshot.policies.find(({ id }) => id === selection.id)?.at ?? null;
    case 'external':
    case 'flow':
    case 'flows':
      return null;
  }
}

/** Of so many workloads what is shown comes in several steps: all at once would be one long task of the page. */
const manyWorkloads = 1000;

export const isLarge = (snapshot: WorkspaceSnapshot | null): boolean =>
  snapshot !== null && snapshot.workloads.length > manyWorkloads;

/** Flows that have ports of which the import does not say enough to know them. */
export const countUncertain = ({ flows: { length, uncertain } }: WorkspaceSnapshot): number => {
  let count = 0;
  for (let row = 0; row < length; row += 1) if (uncertain[row] !== 0) count += 1;
  return count;
};

/** Namespaces that are described, or hold something else, and have no workload. */
export const countEmptyNamespaces = ({ namespaces, workloads }: WorkspaceSnapshot): number => {
  const inhabited = new Set(workloads.map(({ namespace }) => namespace));
  return namespaces.filter(({ name }) => !inhabited.has(name)).length;
};

/** Whether anything has its place on the map; nothing has before the first layout, and when a new one is asked for. */
export const hasPlaces = (positions: LayoutResult): boolean => {
  let known = havePlaces.get(positions);
  if (known === undefined) {
    known = Object.keys(positions.nodes).length > 0 || Object.keys(positions.groups).length > 0;
    havePlaces.set(positions, known);
  }
  return known;
};

/** Every drawing asks, and to list thousands of names takes a millisecond. */
const havePlaces = new WeakMap<LayoutResult, boolean>();
