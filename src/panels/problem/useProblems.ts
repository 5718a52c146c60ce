import { useMemo } from 'react';
import type { Problem } from '../../engine/index.ts';
import { usePolder } from '../../store/store.ts';

const none: readonly Problem[] = [];

/** Problems of the files and of what the import could not take in. */
export function useProblems(): readonly Problem[] {
  const found = usePolder(({ analysis }) => analysis.snapshot?.problems ?? none);
  const imported = usePolder((state) => state.import.problems);
  return useMemo(() => (imported.length === 0 ? found : [...imported, ...found]), [found, imported]);
}
