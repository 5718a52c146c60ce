import type { EndView, Member } from './createEndView.ts';
import { createMemo } from './createMemo.ts';
import type { Sides } from './DiffSide.ts';

/** A pair of pods, or of a pod and an external endpoint, as each side has it. */
export interface MemberPair {
  readonly own: Sides<Member>;
  readonly others: Sides<Member>;
}

/**
 * The pairs of members of two nodes that policies tell apart on either side, one for each kind: on machines apart, and on
 * machines of which that is not known. None for a pod with itself and for pods on one machine that are exempt from
 * policies. Null where pods need not be told apart, or are not the same on both sides.
 */
export type MemberPairs = (end: number, other: number) => readonly MemberPair[] | null;

type Group = readonly Sides<Member>[];

export const createMemberPairs = ({ before, after }: Sides<EndView>): MemberPairs => {
  // Only where pods are on the host network machines matter.
  const hasHostPods = createMemo((node) => before.hasHostPods(node) || after.hasHostPods(node));
  const needsPods = createMemo((node) => hasHostPods(node) || before.isMixed(node) || after.isMixed(node));
  const groupsOf = createMemo((node) => groupMembers(before.members(node), after.members(node)));

  const pick = (ones: Group, more: Group, isPlain: boolean): MemberPair[] => {
    const found = new Map<string, MemberPair>();
    for (const own of ones) {
      for (const others of more) {
        if (own === others) continue;
        const was = before.locality(own.before, others.before);
        const is = after.locality(own.after, others.after);
        if (was === 'local' && is === 'local') continue;
        if (!found.has(`${was} ${is}`)) found.set(`${was} ${is}`, { own, others });
        if (isPlain) return [...found.values()];
      }
    }
    return [...found.values()];
  };

  return (end, other) => {
    if (!needsPods(end) && !needsPods(other)) return null;
    const [own, others] = [groupsOf(end), groupsOf(other)];
    if (own.length === 0 || others.length === 0) return null;
    // The one pod that is known stands for two of its kind.
    if (end === other && own.length === 1 && own[0]!.length === 1) return null;
    const isPlain = !hasHostPods(end) && !hasHostPods(other);
    return own.flatMap((ones) => others.flatMap((more) => pick(ones, more, isPlain)));
  };
};

/** By what policies make of them on both sides; nothing where the members are not the same. */
const groupMembers = (old: readonly Member[], now: readonly Member[]): readonly Group[] => {
  if (old.length !== now.length || old.some(({ id }, index) => id !== now[index]!.id)) return [];
  const groups = new Map<string, Sides<Member>[]>();
  old.forEach((member, index) => {
    const key = `${member.kind} ${now[index]!.kind}`;
    const own = groups.get(key) ?? [];
    groups.set(key, own);
    own.push({ before: member, after: now[index]! });
  });
  return [...groups.values()];
};
