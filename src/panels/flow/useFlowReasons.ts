import { useEffect, useState } from 'react';
import { formatFlowReason, type FlowPair, type WorkspaceSnapshot } from '../../engine/index.ts';
import { askFlowReasons } from '../../store/actions/queryActions.ts';

interface Known {
  readonly snapshot: WorkspaceSnapshot | null;
  readonly reasons: ReadonlyMap<string, string>;
}

const nothing: Known = { snapshot: null, reasons: new Map() };

/** More than this were scrolled past long ago. */
const kept = 5000;

/** Names of supposed workloads have spaces, and selectors nearly every other sign. */
const keyOf = ({ from, to }: FlowPair): string => JSON.stringify({ from, to });

/**
 * Short reasons for the pairs in view, asked of the worker in one batch at a time; what was asked once is kept until the
 * text is evaluated anew. Returns null for a reason that is not known yet.
 */
export function useFlowReasons(
  snapshot: WorkspaceSnapshot,
  pairs: readonly FlowPair[],
): (pair: FlowPair) => string | null {
  const [known, setKnown] = useState<Known>(nothing);
  const current = known.snapshot === snapshot ? known.reasons : nothing.reasons;
  const missing = pairs.filter((pair) => !current.has(keyOf(pair)));
  const wanted = missing.map(keyOf).join('\n');
  useEffect(() => {
    if (wanted === '') return undefined;
    let isWanted = true;
    const asked = wanted.split('\n').map((key) => JSON.parse(key) as FlowPair);
    const note = (words: (at: number) => string): void =>
      setKnown((before) => {
        const reasons = before.snapshot === snapshot && before.reasons.size < kept ? before.reasons : nothing.reasons;
        return {
          snapshot,
          reasons: new Map([...reasons, ...asked.map((pair, at) => [keyOf(pair), words(at)] as const)]),
        };
      });
    askFlowReasons(asked).then(
      (answers) => {
        if (!isWanted || answers === null) return;
        note((at) => {
          const answer = answers[at];
          return answer ? formatFlowReason(answer) : '';
        });
      },
      () => {
        if (isWanted) note(() => 'could not be found');
      },
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, snapshot]);
  return (pair) => current.get(keyOf(pair)) ?? null;
}
