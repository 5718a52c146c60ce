import type { ObjectId } from '../manifest/KubernetesObject.ts';
import { emptyPortSet, unionPorts } from '../net/portAlgebra.ts';
import type { Match } from '../labels/Match.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { Direction, Policy } from '../policy/PolicyRule.ts';
import { differLevels } from './AdmittedLevels.ts';
import type { EndView } from './createEndView.ts';
import { createMemberPairs } from './createMemberPairs.ts';
import type { MemberPair } from './createMemberPairs.ts';
import type { SetIds } from './createSetIds.ts';
import type { Sides } from './DiffSide.ts';

/**
 * Why one end of a flow admits other ports than before: a policy that differs (by id), or something about the pods of
 * the end itself or of the other one (labels, ports, addresses, their namespace).
 */
export type EndCause = { readonly type: 'policy'; readonly id: ObjectId } | { readonly type: 'end' | 'other' };

export interface CauseTracer {
  /** Why policies isolate (some pods of) a node on one side only; empty when that did not change. */
  isolationCauses(node: number, direction: Direction): readonly EndCause[];
  /**
   * What can make a node admit other ports, as long as nothing about the pods at the other end differs: empty when nothing
   * can. All of them are causes wherever the node admits other ports, if `isCertain`.
   */
  suspects(node: number, direction: Direction): Suspects;
  /** Whether `end` admits some of the `changed` ports to or from `other` on one side only. */
  admitsOther(direction: Direction, end: number, other: number, changed: PortSet): boolean;
  /** Why `end` admits some of the `changed` ports to or from `other` on one side only; empty when it does not. */
  admissionCauses(direction: Direction, end: number, other: number, changed: PortSet): readonly EndCause[];
}

export interface Suspects {
  readonly causes: readonly EndCause[];
  readonly isCertain: boolean;
}

/** A policy that isolates a node, as each side has it; undefined: not there, or it does not isolate the node. */
interface PolicyPair extends Sides<Policy | undefined> {
  readonly id: ObjectId;
  /** Whether both select the same pods of the node. */
  readonly isSelectedAlike: boolean;
  /** Whether both select all of its pods for certain. */
  readonly isCertainTwice: boolean;
}

/** `isChanged`: whether the meaning of a policy differs. Nodes asked about must be there on both sides. */
export const createCauseTracer = (
  { before, after }: Sides<EndView>,
  isChanged: (id: ObjectId) => boolean,
  setIds: SetIds,
): CauseTracer => {
  const pairPolicies = (node: number, direction: Direction): readonly PolicyPair[] => {
    const old = before.isolators(node, direction);
    const now = after.isolators(node, direction);
    const oldById = new Map([...old.keys()].map((policy) => [policy.id, policy]));
    const nowById = new Map([...now.keys()].map((policy) => [policy.id, policy]));
    return [...new Set([...oldById.keys(), ...nowById.keys()])].map((id) => {
      const [one, other] = [oldById.get(id), nowById.get(id)];
      const isSelectedAlike = one !== undefined && other !== undefined && old.get(one) === now.get(other);
      const isCertainTwice = isSelectedAlike && old.get(one) === 'yes';
      return { id, before: one, after: other, isSelectedAlike, isCertainTwice };
    });
  };
  const pairs = createDirectionMemo(pairPolicies);

  const isolationCauses = createDirectionMemo((node, direction): readonly EndCause[] => {
    if (before.isolation(node, direction) === after.isolation(node, direction)) return [];
    return distinctCauses(
      pairs(node, direction)
        .filter(({ isSelectedAlike }) => !isSelectedAlike)
        .map(({ id }): EndCause => (isChanged(id) ? { type: 'policy', id } : { type: 'end' })),
    );
  });

  /** Open on one side, so that every policy which isolates on the other one has its part in all that changes. */
  const isOpenOnce = (node: number, direction: Direction): boolean =>
    isolationCauses(node, direction).length > 0 &&
    [before, after].some((side) => side.isolation(node, direction) === 'open');

  const suspects = createDirectionMemo((node, direction): Suspects => {
    if (isOpenOnce(node, direction)) return { causes: isolationCauses(node, direction), isCertain: true };
    const causes = distinctCauses(
      pairs(node, direction).flatMap(({ id, isSelectedAlike }): EndCause[] => {
        if (isChanged(id)) return [{ type: 'policy', id }];
        return isSelectedAlike ? [] : [{ type: 'end' }];
      }),
    );
    return { causes, isCertain: causes.length === 1 };
  });

  const findDifference = (direction: Direction, end: number, other: number): PortSet => {
    const old = before.admittedCode(direction, end, other);
    const now = after.admittedCode(direction, end, other);
    if (old !== null && now !== null) return old === now ? emptyPortSet : setIds.differ(old, now);
    return differLevels(before.admitted(direction, end, other), after.admitted(direction, end, other));
  };

  const pairPods = createMemberPairs({ before, after });

  /** Whether a pod of one end admits some of the `changed` ports to or from one of the other on one side only. */
  const isOtherPair = (direction: Direction, { own, others }: MemberPair, changed: PortSet): boolean => {
    const old = before.admittedAt(direction, own.before, others.before);
    return setIds.meet(differLevels(old, after.admittedAt(direction, own.after, others.after)), changed);
  };

  const admitsOther = (direction: Direction, end: number, other: number, changed: PortSet): boolean => {
    const pods = pairPods(end, other);
    // What one pod admits of itself is always everything; a replica of it is not asked for here.
    if (pods === null) return end === other || setIds.meet(findDifference(direction, end, other), changed);
    return pods.some((pair) => isOtherPair(direction, pair, changed));
  };

  /** The ports that a policy makes `end` admit on one side only, at any of the pairs of pods, or in all of them together. */
  const findPart = (pods: readonly MemberPair[] | null, direction: Direction, end: number, other: number) => {
    if (pods === null) {
      const admits = (side: EndView, policy: Policy | undefined) =>
        policy === undefined ? {} : side.contribution(policy, direction, end, other);
      return (pair: PolicyPair): PortSet => differLevels(admits(before, pair.before), admits(after, pair.after));
    }
    return (pair: PolicyPair): PortSet =>
      pods.reduce((ports, { own, others }) => {
        const old = pair.before && before.contributionAt(pair.before, direction, own.before, others.before);
        const now = pair.after && after.contributionAt(pair.after, direction, own.after, others.after);
        return unionPorts(ports, differLevels(old ?? {}, now ?? {}));
      }, emptyPortSet);
  };

  /**
   * Whether a policy has a part in the change since it isolates on one side only. Whether pods are isolated at all hangs on each of
   * their policies when none certainly isolates them on both sides, and where one only may.
   */
  const findIsolators = (
    isolators: readonly PolicyPair[],
    pods: readonly MemberPair[] | null,
    { direction, end, changed }: { readonly direction: Direction; readonly end: number; readonly changed: PortSet },
  ): ((pair: PolicyPair) => boolean) => {
    if (pods === null) {
      const counts =
        !isolators.some((pair) => pair.isCertainTwice) ||
        [before, after].some((side) => side.isolation(end, direction).includes('uncertain'));
      return (pair) => counts && !pair.isSelectedAlike;
    }
    const select = (pair: PolicyPair, { own }: MemberPair): Sides<Match> => ({
      before: pair.before === undefined ? 'no' : before.selectionAt(pair.before, own.before),
      after: pair.after === undefined ? 'no' : after.selectionAt(pair.after, own.after),
    });
    const counting = pods.filter((pod) => {
      if (!isOtherPair(direction, pod, changed)) return false;
      const { own } = pod;
      const isUncertain =
        before.isolationAt(direction, own.before) === 'uncertain' ||
        after.isolationAt(direction, own.after) === 'uncertain';
      if (isUncertain) return true;
      return !isolators.some((pair) => {
        const selection = select(pair, pod);
        return selection.before === 'yes' && selection.after === 'yes';
      });
    });
    return (pair) =>
      counting.some((pod) => {
        const selection = select(pair, pod);
        return selection.before !== selection.after;
      });
  };

  return {
    isolationCauses,
    suspects,
    admitsOther,
    admissionCauses: (direction, end, other, changed) => {
      if (!admitsOther(direction, end, other, changed)) return [];
      const isolating = isolationCauses(end, direction);
      if (isOpenOnce(end, direction)) return isolating;
      const isolators = pairs(end, direction);
      const pods = pairPods(end, other);
      const isolates = findIsolators(isolators, pods, { direction, end, changed });
      const partOf = findPart(pods, direction, end, other);
      return distinctCauses([
        ...isolating,
        ...isolators.flatMap((pair): EndCause[] => {
          const plays = setIds.meet(partOf(pair), changed) || isolates(pair);
          if (!plays) return [];
          if (isChanged(pair.id)) return [{ type: 'policy', id: pair.id }];
          return [{ type: pair.isSelectedAlike ? 'other' : 'end' }];
        }),
      ]);
    },
  };
};

const distinctCauses = (causes: readonly EndCause[]): readonly EndCause[] => {
  const known = new Map(causes.map((cause) => [cause.type === 'policy' ? `policy ${cause.id}` : cause.type, cause]));
  return [...known.values()];
};

/** Remembers what is computed for a node and a direction. */
const createDirectionMemo = <Value>(compute: (node: number, direction: Direction) => Value) => {
  const known: Readonly<Record<Direction, Map<number, Value>>> = { ingress: new Map(), egress: new Map() };
  return (node: number, direction: Direction): Value => {
    let value = known[direction].get(node);
    if (value === undefined) {
      value = compute(node, direction);
      known[direction].set(node, value);
    }
    return value;
  };
};
