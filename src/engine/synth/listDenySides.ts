import type { PortSet } from '../net/PortSet.ts';
import type { Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { Pod } from '../cluster/Cluster.ts';
import type { DenyEnd } from './DenyEnd.ts';
import { findCuts, type Cut } from './findCuts.ts';
import { listIsolated, type PlanningBase } from './PlanningBase.ts';
import type { IntentEnds } from './resolveEnds.ts';
import type { PodsEnd } from './resolveTarget.ts';

/** One side of the flows that are to go: all their targets' ingress, or all their sources' egress. */
export interface DenySide {
  readonly ends: readonly DenyEnd[];
  /** By policy, then one for each rule that allows some of the flows. */
  readonly cuts: ReadonlyMap<Policy, readonly Cut[]>;
  /** The subjects that are (partly) open, and their open pods. */
  readonly open: readonly { readonly end: DenyEnd; readonly pods: readonly Pod[] }[];
}

/** The sides where the flows can be stopped: not outside the cluster, and not at pods that no selector reaches. */
export function listDenySides(base: PlanningBase, { from, to }: IntentEnds, ports: PortSet): readonly DenySide[] {
  const sides: readonly (readonly (DenyEnd | null)[])[] = [
    to.map((subject) => (subject.type === 'pods' ? { direction: 'ingress', subject, others: from, ports } : null)),
    from.map((subject) => (subject.type === 'pods' ? { direction: 'egress', subject, others: to, ports } : null)),
  ];
  return sides.flatMap((side): DenySide[] => {
    const ends = side.flatMap((end) => end ?? []);
    if (ends.length < side.length || ends.some(({ subject }) => listReachable(subject).length === 0)) return [];
    const open = ends.flatMap((end) => {
      const pods = listReachable(end.subject);
      const isolated = new Set(listIsolated(base, { direction: end.direction, pods }));
      const left = pods.filter((pod) => !isolated.has(pod));
      return left.length > 0 ? [{ end, pods: left }] : [];
    });
    return [{ ends, cuts: mergeCuts(ends.flatMap((end) => findCuts(base, end))), open }];
  });
}

const listReachable = ({ pods }: PodsEnd): readonly Pod[] => pods.filter(({ hostNetwork }) => !hostNetwork);

/** Cuts of one rule for several subjects are one. */
function mergeCuts(cuts: readonly Cut[]): ReadonlyMap<Policy, readonly Cut[]> {
  const byRule = new Map<PolicyRule, Cut>();
  for (const cut of cuts) {
    const other = byRule.get(cut.rule);
    byRule.set(cut.rule, other ? mergePair(other, cut) : cut);
  }
  const byPolicy = new Map<Policy, Cut[]>();
  for (const cut of byRule.values()) byPolicy.set(cut.policy, [...(byPolicy.get(cut.policy) ?? []), cut]);
  return byPolicy;
}

const mergePair = (a: Cut, b: Cut): Cut => ({
  ...a,
  own: [...new Set([...a.own, ...b.own])],
  destinations: [...new Set([...a.destinations, ...b.destinations])],
});
