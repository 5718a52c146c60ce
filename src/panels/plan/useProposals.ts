import { useEffect, useState } from 'react';
import type { Intent, Proposals } from '../../engine/index.ts';
import { askProposals } from '../../store/actions/queryActions.ts';
import { usePolder } from '../../store/store.ts';

export interface ProposalsState {
  /** The last answer; null before the first. */
  readonly answer: Proposals | null;
  /** The revision of the text that the plans were made on. */
  readonly revision: number;
  readonly busy: boolean;
  readonly failed: string | null;
}

/** How long the choices rest before the engine is asked. */
const pause = 120;

/**
 * Asks for the ways to realise an intent whenever it or the text changes; null: there is nothing to ask yet. The last
 * answer stays while the next is made, marked as busy.
 */
export function useProposals(intent: Intent | null): ProposalsState {
  const key = intent === null ? '' : JSON.stringify(intent);
  const revision = usePolder(({ workspace }) => workspace.revision);
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const [state, setState] = useState<ProposalsState & { readonly key: string }>({
    key: '',
    answer: null,
    revision: -1,
    busy: false,
    failed: null,
  });

  useEffect(() => {
    if (key === '') return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      askProposals(JSON.parse(key) as Intent).then(
        (answer) => {
          if (wanted && answer) setState({ key, answer, revision, busy: false, failed: null });
        },
        (error: unknown) => {
          if (wanted) setState({ key, answer: null, revision, busy: false, failed: String(error) });
        },
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key, revision, snapshot]);

  const current = state.key === key && state.revision === revision;
  return key === '' ? { answer: null, revision, busy: false, failed: null } : { ...state, busy: !current };
}
