import { useEffect, useState } from 'react';
import type { FilePath, Hint, WorkspaceSnapshot } from '../engine/index.ts';
import { askAssist } from '../store/actions/assistActions.ts';
import { usePolder } from '../store/store.ts';

const none: readonly Hint[] = [];

/** What the engine notices in the file beyond its problems; those of the text before until the answer comes. */
export function useHints(file: FilePath | null): readonly Hint[] {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const [known, setKnown] = useState<{ file: FilePath; snapshot: WorkspaceSnapshot; hints: readonly Hint[] } | null>(
    null,
  );

  useEffect(() => {
    if (file === null || snapshot === null) return;
    let over = false;
    void askAssist('hints', { file }, () => over).then((hints) => {
      if (!over && hints !== null) setKnown({ file, snapshot, hints });
    });
    return () => {
      over = true;
    };
  }, [file, snapshot]);

  return known?.file === file ? known.hints : none;
}
