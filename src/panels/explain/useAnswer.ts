import { useEffect, useState } from 'react';
import { usePolder } from '../../store/store.ts';

/**
 * The answer to a question to the engine; null while it is asked for, and when there is none. Asked again whenever the
 * text has been evaluated; the answer before stays until then. `key` tells questions apart; null asks nothing.
 */
export function useAnswer<Answer>(key: string | null, ask: () => Promise<Answer | null>): Answer | null {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: Answer } | null>(null);
  useEffect(() => {
    if (key === null) return undefined;
    let wanted = true;
    ask().then(
      (value) => {
        if (wanted && value !== null) setAnswer({ key, value });
      },
      () => {
        if (wanted) setAnswer(null);
      },
    );
    return () => {
      wanted = false;
    };
    // `ask` is made anew with every render; the key says when it asks something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, snapshot]);
  return answer !== null && answer.key === key ? answer.value : null;
}
