import type { FlowExplanation, Protocol } from '../../engine/index.ts';
import { explainFlow } from '../../store/actions/queryActions.ts';
import type { NodeId } from '../../store/state.ts';
import { useAnswer } from './useAnswer.ts';

export interface Pair {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly port: { readonly protocol: Protocol; readonly port: number } | null;
}

/** The verdict on a pair with its reasons; null while it is asked for, or for no pair. */
export const useExplanation = (pair: Pair | null): FlowExplanation | null =>
  useAnswer(pair && `${pair.from} ${pair.to} ${pair.port?.protocol} ${pair.port?.port}`, () =>
    pair === null ? Promise.resolve(null) : explainFlow(pair.from, pair.to, pair.port),
  );
