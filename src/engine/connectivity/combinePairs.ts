import { emptyPortSetId, everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId } from '../net/PortSetTable.ts';
import type { Admissions } from './computeAdmissions.ts';
import type { NodeFlows } from './createFlowFinder.ts';
import type { EndPart, FlowEndParts } from './listFlowEnds.ts';
import type { PodClass } from './PodClass.ts';

/** What all pairs of pods have, only some have, and some may have; see `WorkloadFlow`. */
export interface CombinedFlow {
  readonly ports: PortSetId;
  readonly partial: PortSetId;
  readonly uncertain: PortSetId;
  readonly byRule: 1 | 0;
}

export interface PairCombiner {
  /** Notes the flows of a source's parts, in their order. */
  prepare(flows: readonly NodeFlows[]): void;
  /** What the pairs of different pods of the prepared source and a target have; null when none has anything. */
  flow(source: FlowEndParts, target: FlowEndParts): CombinedFlow | null;
}

interface PartFlows {
  readonly serial: Uint32Array;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
}

export const createPairCombiner = (
  {
    classes,
    admissions,
    assumesComplete,
  }: { readonly classes: readonly PodClass[]; readonly admissions: Admissions; readonly assumesComplete: boolean },
  nodeCount: number,
): PairCombiner => {
  const { ports: table } = admissions;
  const markOpenNodes = (direction: 'ingress' | 'egress'): Uint8Array =>
    Uint8Array.from({ length: nodeCount }, (_, node) =>
      node >= classes.length || admissions.isolationOf(direction, node) === 'open' ? 1 : 0,
    );
  const slots: PartFlows[] = [];
  let serial = 0;
  const openEgress = markOpenNodes('egress');
  const openIngress = markOpenNodes('ingress');

  return {
    prepare: (flows) => {
      serial += 1;
      flows.forEach(({ length, nodes, lower, upper }, part) => {
        const slot = (slots[part] ??= createSlot(nodeCount));
        for (let at = 0; at < length; at += 1) {
          const node = nodes[at]!;
          slot.serial[node] = serial;
          slot.lower[node] = lower[at]!;
          slot.upper[node] = upper[at]!;
        }
      });
    },
    flow: (source, target) => {
      let all: PortSetId = everyPortId;
      let any: PortSetId = emptyPortSetId;
      let perhaps: PortSetId = emptyPortSetId;
      let byRule = false;
      for (let part = 0; part < source.parts.length; part += 1) {
        const a = source.parts[part]!;
        const slot = slots[part]!;
        for (const b of target.parts) {
          if ((a.hostNetwork || b.hostNetwork) && !a.isExternal && !b.isExternal) {
            const pairs = countPairs(a, b, source);
            if (pairs.local > 0) any = everyPortId;
            if (pairs.unplaced > 0 && !assumesComplete) perhaps = everyPortId;
            if (pairs.local === pairs.all) continue;
          } else if (a === b && a.count === 1 && !source.isSingle) continue;
          const isKnown = slot.serial[b.node] === serial;
          const isOpenPair = openEgress[a.node] === 1 && openIngress[b.node] === 1;
          const lower = isKnown ? slot.lower[b.node]! : isOpenPair ? everyPortId : emptyPortSetId;
          all = table.intersect(all, lower);
          any = table.union(any, lower);
          perhaps = table.union(perhaps, isKnown ? slot.upper[b.node]! : lower);
          if (lower !== emptyPortSetId && !isOpenPair) byRule = true;
        }
      }
      const uncertain = table.subtract(perhaps, any);
      if (any === emptyPortSetId && uncertain === emptyPortSetId) return null;
      const decided = byRule || any === emptyPortSetId;
      return { ports: all, partial: table.subtract(any, all), uncertain, byRule: decided ? 1 : 0 };
    },
  };
};

const createSlot = (nodeCount: number): PartFlows => ({
  serial: new Uint32Array(nodeCount),
  lower: new Uint32Array(nodeCount),
  upper: new Uint32Array(nodeCount),
});

interface PairCounts {
  /** Ordered pairs of different pods, the first of one part and the second of another. */
  readonly all: number;
  /** Those on one machine with one of them on its host network. */
  readonly local: number;
  /** Those of which the import does not say whether they are that. */
  readonly unplaced: number;
}

/** One of the two is on the host network. */
const countPairs = (a: EndPart, b: EndPart, source: FlowEndParts): PairCounts => {
  const isSame = a === b;
  // The one pod that is known stands for two of its kind.
  const isReplica = isSame && source.isSingle;
  const all = isReplica ? 1 : a.count * (isSame ? b.count - 1 : b.count);
  if (isReplica) return { all, local: 0, unplaced: 1 };
  const [host, other] = b.countAt === null ? [a, b] : [b, a];
  const placedOther = other.places?.length ?? 0;
  const placedHost = host.places?.length ?? 0;
  const placed = placedOther * (isSame ? placedHost - 1 : placedHost);
  return { all, local: countLocal(host, other, isSame), unplaced: all - placed };
};

const countLocal = ({ countAt }: EndPart, { places }: EndPart, isSame: boolean): number => {
  if (countAt === null || places === null) return 0;
  let local = 0;
  for (let at = 0; at < places.length; at += 1) local += countAt[places[at]!]! - (isSame ? 1 : 0);
  return local;
};
