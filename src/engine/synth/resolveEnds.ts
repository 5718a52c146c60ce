import type { Refusal } from '../edits/EditPlan.ts';
import { refuse } from './EndPlan.ts';
import type { IntentOf, IntentTarget } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';
import { resolveTarget, type TargetEnd } from './resolveTarget.ts';

export interface IntentEnds {
  readonly from: readonly TargetEnd[];
  readonly to: readonly TargetEnd[];
}

/** The ends of an intent about flows; refused when one is gone, or when no policy could speak about any pair of them. */
export function resolveEnds(base: PlanningBase, intent: IntentOf<'allow' | 'deny'>): IntentEnds | Refusal {
  const from: TargetEnd[] = [];
  const to: TargetEnd[] = [];
  for (const [targets, ends] of [
    [intent.from, from],
    [intent.to, to],
  ] as const) {
    for (const target of targets) {
      const end = resolveTarget(base, target);
      if (end === null) return refuseTarget(target);
      if (ends.every(({ id }) => id !== end.id)) ends.push(end);
    }
  }
  const [source, target] = [from[0], to[0]];
  if (!source || !target) return refuse('DOCUMENT_STALE', {});
  if (from.some(isOutside) && to.some(isOutside)) return refuse('EXTERNAL_TO_EXTERNAL');
  const isOne = from.length === 1 && to.length === 1 && source.id === target.id;
  const isSame = isOne && source.type === 'pods' && source.workload !== null && !source.workload.canHaveTwoPods;
  return isSame ? refuse('SAME_ENDPOINT', { workload: source.id }) : { from, to };
}

const isOutside = ({ type }: TargetEnd): boolean => type === 'addresses';

const refuseTarget = (target: IntentTarget): Refusal =>
  target.type === 'addresses'
    ? refuse('BAD_CIDR', { cidr: [target.cidr, ...target.except].join(', ') })
    : refuse('DOCUMENT_STALE', { endpoint: target.type === 'node' ? target.id : target.name });
