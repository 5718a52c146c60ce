import { useEffect } from 'react';
import { compareWithImport } from '../../store/actions/changesActions.ts';
import { usePolder } from '../../store/store.ts';

/** Compares again whenever newer text has been evaluated, as long as the component is on the screen. */
export function useChanges() {
  const revision = usePolder(({ workspace }) => workspace.revision);
  const evaluated = usePolder(({ analysis }) => analysis.revision);
  const changes = usePolder((state) => state.changes);
  useEffect(() => {
    if (evaluated === revision) void compareWithImport();
  }, [evaluated, revision]);
  return { ...changes, isBusy: changes.revision !== revision && changes.status !== 'failed' };
}
