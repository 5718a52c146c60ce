import { useEffect, useState } from 'react';
import type { PlanPreview } from '../../engine/index.ts';
import { usePolder } from '../../store/store.ts';

export interface PreviewState {
  /** Of the last question that was answered; null before the first. */
  readonly preview: PlanPreview | null;
  /** The revision of the text that the plan was made on. */
  readonly revision: number;
  readonly busy: boolean;
  readonly failed: string | null;
}

/** How long the choices rest before the engine is asked. */
const pause = 120;

/**
 * Asks for a preview whenever `key` or the text changes; `ask` null: there is nothing to ask yet. The last answer stays
 * while the next is made, marked as busy.
 */
export function usePlanPreview(key: string, ask: (() => Promise<PlanPreview | null>) | null): PreviewState {
  const revision = usePolder(({ workspace }) => workspace.revision);
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const [state, setState] = useState<PreviewState & { readonly key: string }>({
    key: '',
    preview: null,
    revision: -1,
    busy: false,
    failed: null,
  });
  const asking = ask !== null;

  useEffect(() => {
    if (ask === null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      ask().then(
        (preview) => {
          if (wanted && preview) setState({ key, preview, revision, busy: false, failed: null });
        },
        (error: unknown) => {
          if (wanted) setState({ key, preview: null, revision, busy: false, failed: String(error) });
        },
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // `key` stands for what `ask` asks; the function itself is new with every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, asking, revision, snapshot]);

  const current = state.key === key && state.revision === revision;
  return asking ? { ...state, busy: !current } : { preview: null, revision, busy: false, failed: null };
}
