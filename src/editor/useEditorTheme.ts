import { useSyncExternalStore } from 'react';
import { usePolder } from '../store/store.ts';
import type { EditorTheme } from './defineThemes.ts';

const darkQuery = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  const query = darkQuery();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The theme that Monaco shows: the chosen one, else the system's. */
export function useEditorTheme(): EditorTheme {
  const chosen = usePolder((state) => state.view.theme);
  const systemIsDark = useSyncExternalStore(subscribe, () => darkQuery().matches);
  const isDark = chosen === 'system' ? systemIsDark : chosen === 'dark';
  return isDark ? 'polder-dark' : 'polder-light';
}
