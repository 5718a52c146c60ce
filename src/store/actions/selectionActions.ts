import { polder, patchSlice } from '../store.ts';
import type { Selection } from '../state.ts';

/** Selects one thing everywhere: canvas, explorer, inspector. Its lines are revealed by `revealSelection`, on request. */
export function select(selection: Selection | null): void {
  polder.setState({ selection });
  if (selection !== null) patchSlice('view', { inspectorOpen: true });
}
