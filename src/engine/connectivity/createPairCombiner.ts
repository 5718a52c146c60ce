import { emptyPortSetId, everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId } from '../net/PortSetTable.ts';
import type { Admissions } from './computeAdmissions.ts';
import type { EndPart, FlowEndParts } from './listFlowEnds.ts';
import type { OpenNodes } from './markOpenEnds.ts';

/** What all pairs of pods have, only some have, and some may have; see `WorkloadFlow`. */
export interface CombinedFlow {
  readonly ports: PortSetId;
  readonly partial: PortSetId;
  readonly uncertain: PortSetId;
  readonly byRule: 1 | 0;
}

/**
 * Looks up what a part's node has for another node; false when there is no more to it than both being open or not. The
 * answer is in `found`.
 */
export interface NodeLookup {
  readonly found: { lower: PortSetId; upper: PortSetId };
  lookUp(part: number, from: number, to: number): boolean;
}

export interface CombinerSources {
  readonly admissions: Pick<Admissions, 'ports'>;
  readonly assumesComplete: boolean;
}

/**
 * What the pairs of different pods of two ends have; null when none has anything. The answer holds until the next question.
 * `share`: they are known to have pods on one machine, a pod on the host network among them.
 */
export type PairCombiner = (source: FlowEndParts, target: FlowEndParts, share?: boolean) => CombinedFlow | null;

/** Answers come by the hundred thousand, so they are one object. */
type Answer = { -readonly [Key in keyof CombinedFlow]: CombinedFlow[Key] };

export const createPairCombiner = (
  { admissions, assumesComplete }: CombinerSources,
  { found, lookUp }: NodeLookup,
  open: OpenNodes,
): PairCombiner => {
  const { ports: table } = admissions;
  const answer: Answer = { ports: 0, partial: 0, uncertain: 0, byRule: 0 };

  return (source, target, share = false) => {
    const isLocal = share && source !== target && source.parts.length === 1 && target.parts.length === 1;
    let all: PortSetId = everyPortId;
    let any: PortSetId = emptyPortSetId;
    let perhaps: PortSetId = emptyPortSetId;
    let byRule = false;
    for (let part = 0; part < source.parts.length; part += 1) {
      const a = source.parts[part]!;
      for (let other = 0; other < target.parts.length; other += 1) {
        const b = target.parts[other]!;
        if (a === b && a.count === 1 && !source.isSingle) continue;
        if ((a.hostNetwork || b.hostNetwork) && !a.isExternal && !b.isExternal) {
          // The one pod that is known stands for two of its kind, the other on a machine that we do not know.
          const isReplica = a === b && source.isSingle;
          if (isLocal || (!isReplica && haveLocalPair(a, b))) any = everyPortId;
          if (!assumesComplete && (isReplica || !isPlaced(a) || !isPlaced(b))) perhaps = everyPortId;
          if (!isReplica && a.onlyPlace !== -1 && a.onlyPlace === b.onlyPlace) continue;
        }
        const isKnown = lookUp(part, a.node, b.node);
        const isOpenPair = open.egress[a.node] === 1 && open.ingress[b.node] === 1;
        const lower = isKnown ? found.lower : isOpenPair ? everyPortId : emptyPortSetId;
        all = table.intersect(all, lower);
        any = table.union(any, lower);
        perhaps = table.union(perhaps, isKnown ? found.upper : lower);
        if (lower !== emptyPortSetId && !isOpenPair) byRule = true;
      }
    }
    const uncertain = table.subtract(perhaps, any);
    if (any === emptyPortSetId && uncertain === emptyPortSetId) return null;
    const decided = byRule || any === emptyPortSetId;
    answer.ports = all;
    answer.partial = table.subtract(any, all);
    answer.uncertain = uncertain;
    answer.byRule = decided ? 1 : 0;
    return answer;
  };
};

/** Whether the import says of each of its pods where it runs. */
const isPlaced = ({ places, count }: EndPart): boolean => places?.length === count;

/** Whether two different pods, one of each part, are on one machine. */
const haveLocalPair = (a: EndPart, b: EndPart): boolean => {
  if (a === b) return a.sharesPlace;
  const host = a.isAt === null ? b : a;
  const { places } = host === a ? b : a;
  if (host.isAt === null || places === null) return false;
  for (let at = 0; at < places.length; at += 1) if (host.isAt[places[at]!] === 1) return true;
  return false;
};
