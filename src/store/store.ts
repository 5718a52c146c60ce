import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { initialState } from './initialState.ts';
import type { PolderState } from './state.ts';

/**
 * The one store. Components read it with `usePolder(selector)` and change it only through `actions/`; the text of the files
 * is changed by one action alone, `applyEdits`.
 */
export const polder = createStore<PolderState>(() => initialState);

export const usePolder = <T>(select: (state: PolderState) => T): T => useStore(polder, select);

/** Replaces part of one slice; the others keep their identity. */
export function patchSlice<K extends keyof PolderState>(slice: K, patch: Partial<NonNullable<PolderState[K]>>): void {
  polder.setState((state) => ({ [slice]: { ...(state[slice] as object), ...patch } }) as Partial<PolderState>);
}
