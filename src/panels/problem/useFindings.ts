import { useMemo } from 'react';
import { usePolder } from '../../store/store.ts';
import type { Finding } from './Finding.ts';

const none: readonly Finding[] = [];

/** Problems of the files and of what the import could not take in, and hints about the files. */
export function useFindings(): readonly Finding[] {
  const problems = usePolder(({ analysis }) => analysis.snapshot?.problems ?? none);
  const hints = usePolder(({ analysis }) => analysis.hints);
  const imported = usePolder((state) => state.import.problems);
  return useMemo(() => [...imported, ...problems, ...hints], [problems, hints, imported]);
}
