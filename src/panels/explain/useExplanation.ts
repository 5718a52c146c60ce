import { useEffect, useState } from 'react';
import type { FlowExplanation, Protocol } from '../../engine/index.ts';
import { explainFlow } from '../../store/actions/queryActions.ts';
import type { NodeId } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';

export interface Pair {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly port: { readonly protocol: Protocol; readonly port: number } | null;
}

/** The verdict on a pair with its reasons; null while it is asked for. Asked again whenever the text has been evaluated. */
export function useExplanation(pair: Pair | null): FlowExplanation | null {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly explanation: FlowExplanation } | null>(null);
  const { from, to, port } = pair ?? { from: null, to: null, port: null };
  const protocol = port?.protocol ?? null;
  const number = port?.port ?? null;
  const key = `${from} ${to} ${protocol} ${number}`;

  useEffect(() => {
    if (from === null || to === null) return undefined;
    let wanted = true;
    const asked = protocol === null || number === null ? null : { protocol, port: number };
    explainFlow(from, to, asked).then(
      (explanation) => {
        if (wanted && explanation) setAnswer({ key, explanation });
      },
      () => {
        if (wanted) setAnswer(null);
      },
    );
    return () => {
      wanted = false;
    };
  }, [from, to, protocol, number, key, snapshot]);

  return answer !== null && answer.key === key ? answer.explanation : null;
}
