import { useMemo } from 'react';
import { usePolder } from '../../store/store.ts';
import type { ProblemOrHint } from './ProblemOrHint.ts';

const none: readonly ProblemOrHint[] = [];

/** Problems of the files and of what the import could not take in, and hints about the files. */
export function useProblemsAndHints(): readonly ProblemOrHint[] {
  const problems = usePolder(({ analysis }) => analysis.snapshot?.problems ?? none);
  const hints = usePolder(({ analysis }) => analysis.hints);
  const imported = usePolder((state) => state.import.problems);
  return useMemo(() => [...imported, ...problems, ...hints], [problems, hints, imported]);
}
