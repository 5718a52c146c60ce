import { emptyPortSetId, everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId } from '../net/PortSetTable.ts';
import type { Admissions } from './computeAdmissions.ts';
import type { EndPart, FlowEndParts } from './listFlowEnds.ts';
import type { PodClass } from './PodClass.ts';

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
  readonly classes: readonly PodClass[];
  readonly admissions: Admissions;
  readonly assumesComplete: boolean;
  readonly externalCount: number;
}

/** What the pairs of different pods of two ends have; null when none has anything. The answer holds until the next question. */
export type PairCombiner = (source: FlowEndParts, target: FlowEndParts) => CombinedFlow | null;

/** Answers come by the hundred thousand, so they are one object. */
type Answer = { -readonly [Key in keyof CombinedFlow]: CombinedFlow[Key] };

export const createPairCombiner = (
  { classes, admissions, assumesComplete, externalCount }: CombinerSources,
  { found, lookUp }: NodeLookup,
): PairCombiner => {
  const { ports: table } = admissions;
  const markOpenNodes = (direction: 'ingress' | 'egress'): Uint8Array => {
    const marks = new Uint8Array(classes.length + externalCount).fill(1);
    for (let node = 0; node < classes.length; node += 1) {
      if (admissions.isolationOf(direction, node) !== 'open') marks[node] = 0;
    }
    return marks;
  };
  const answer: Answer = { ports: 0, partial: 0, uncertain: 0, byRule: 0 };
  const pairs: PairCounts = { all: 0, local: 0, unplaced: 0 };
  const openEgress = markOpenNodes('egress');
  const openIngress = markOpenNodes('ingress');

  return (source, target) => {
    let all: PortSetId = everyPortId;
    let any: PortSetId = emptyPortSetId;
    let perhaps: PortSetId = emptyPortSetId;
    let byRule = false;
    for (let part = 0; part < source.parts.length; part += 1) {
      const a = source.parts[part]!;
      for (const b of target.parts) {
        if ((a.hostNetwork || b.hostNetwork) && !a.isExternal && !b.isExternal) {
          countPairs(a, b, source, pairs);
          if (pairs.local > 0) any = everyPortId;
          if (pairs.unplaced > 0 && !assumesComplete) perhaps = everyPortId;
          if (pairs.local === pairs.all) continue;
        } else if (a === b && a.count === 1 && !source.isSingle) continue;
        const isKnown = lookUp(part, a.node, b.node);
        const isOpenPair = openEgress[a.node] === 1 && openIngress[b.node] === 1;
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

export interface PairCounts {
  /** Ordered pairs of different pods, the first of one part and the second of another. */
  all: number;
  /** Those on one machine with one of them on its host network. */
  local: number;
  /** Those of which the import does not say whether they are that. */
  unplaced: number;
}

/** One of the two parts is on the host network. */
export const countPairs = (a: EndPart, b: EndPart, source: FlowEndParts, counts: PairCounts): void => {
  const isSame = a === b;
  // The one pod that is known stands for two of its kind.
  const isReplica = isSame && source.isSingle;
  counts.all = isReplica ? 1 : a.count * (isSame ? b.count - 1 : b.count);
  const host = b.countAt === null ? a : b;
  const other = b.countAt === null ? b : a;
  const placedHost = host.places?.length ?? 0;
  const placed = (other.places?.length ?? 0) * (isSame ? placedHost - 1 : placedHost);
  counts.local = isReplica ? 0 : countLocal(host, other, isSame);
  counts.unplaced = isReplica ? 1 : counts.all - placed;
};

const countLocal = ({ countAt }: EndPart, { places }: EndPart, isSame: boolean): number => {
  if (countAt === null || places === null) return 0;
  let local = 0;
  for (let at = 0; at < places.length; at += 1) local += (countAt[places[at]!] ?? 0) - (isSame ? 1 : 0);
  return local;
};
