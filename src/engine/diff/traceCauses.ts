import { intersectPorts, isEmptyPortSet } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { Direction, Policy } from '../policy/PolicyRule.ts';
import { differLevels } from './AdmittedLevels.ts';
import type { EndView } from './createEndView.ts';
import type { Sides } from './DiffSide.ts';

/**
 * Why one end of a flow admits other ports than before: a policy that differs (by id), or something about the pods of
 * the end itself or of the other one (labels, ports, addresses, their namespace).
 */
export type EndCause = { readonly type: 'policy'; readonly id: ObjectId } | { readonly type: 'end' | 'other' };

/** A policy as each side has it; undefined: not there, or it does not isolate this end. */
type PolicyPair = Sides<Policy | undefined>;

export interface CauseTracer {
  /** Why policies isolate (some pods of) a node on one side only; empty when that did not change. */
  isolationCauses(node: number, direction: Direction): readonly EndCause[];
  /** Why `end` admits some of the `changed` ports to or from `other` on one side only; empty when it does not. */
  admissionCauses(direction: Direction, end: number, other: number, changed: PortSet): readonly EndCause[];
}

/** `isChanged`: whether the meaning of a policy differs. Both nodes must be there on both sides. */
export const createCauseTracer = (views: Sides<EndView>, isChanged: (id: ObjectId) => boolean): CauseTracer => {
  const { before, after } = views;

  const pairPolicies = (node: number, direction: Direction): readonly (PolicyPair & { id: ObjectId })[] => {
    const old = new Map([...before.isolators(node, direction).keys()].map((policy) => [policy.id, policy]));
    const now = new Map([...after.isolators(node, direction).keys()].map((policy) => [policy.id, policy]));
    return [...new Set([...old.keys(), ...now.keys()])].map((id) => {
      return { id, before: old.get(id), after: now.get(id) };
    });
  };

  const matchOf = (side: EndView, node: number, direction: Direction, policy: Policy | undefined): string =>
    policy === undefined ? 'no' : side.isolators(node, direction).get(policy)!;

  const isolationCauses = (node: number, direction: Direction): readonly EndCause[] => {
    if (before.isolation(node, direction) === after.isolation(node, direction)) return [];
    return distinctCauses(
      pairPolicies(node, direction)
        .filter(
          (pair) =>
            matchOf(before, node, direction, pair.before) !== matchOf(after, node, direction, pair.after),
        )
        .map(({ id }): EndCause => (isChanged(id) ? { type: 'policy', id } : { type: 'end' })),
    );
  };

  return {
    isolationCauses,
    admissionCauses: (direction, end, other, changed) => {
      const meets = (ports: PortSet): boolean => !isEmptyPortSet(intersectPorts(ports, changed));
      // What one pod admits of itself is always everything; a replica of it is not asked for here.
      if (end !== other) {
        const differ = differLevels(before.admitted(direction, end, other), after.admitted(direction, end, other));
        if (!meets(differ)) return [];
      }
      const isolating = isolationCauses(end, direction);
      if (isolating.length > 0) return isolating;
      return distinctCauses(
        pairPolicies(end, direction).flatMap((pair): EndCause[] => {
          const admits = (side: EndView, policy: Policy | undefined) =>
            policy === undefined ? {} : side.contribution(policy, direction, end, other);
          if (!meets(differLevels(admits(before, pair.before), admits(after, pair.after)))) return [];
          if (isChanged(pair.id)) return [{ type: 'policy', id: pair.id }];
          const isSelectedAlike =
            matchOf(before, end, direction, pair.before) === matchOf(after, end, direction, pair.after);
          return [{ type: isSelectedAlike ? 'other' : 'end' }];
        }),
      );
    },
  };
};

const distinctCauses = (causes: readonly EndCause[]): readonly EndCause[] => {
  const known = new Map(causes.map((cause) => [cause.type === 'policy' ? `policy ${cause.id}` : cause.type, cause]));
  return [...known.values()];
};
