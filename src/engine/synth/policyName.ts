import { everyAddress, equalIpSets } from '../net/ipAlgebra.ts';
import type { NeededEnd } from './NeededEnd.ts';
import type { IntentEnd, PlanningBase } from './PlanningBase.ts';

/** A free name for the policy that opens an end: `allow-web-to-api`, `allow-web-to-api-egress`, with a number when taken. */
export function choosePolicyName({ manifests }: PlanningBase, needed: NeededEnd): string {
  const { namespace } = needed.subject.workload;
  const policies = manifests.objects.filter((object) => object.type === 'policy' && object.namespace === namespace);
  const taken = new Set(policies.map(({ name }) => name));
  const name = proposeName(needed);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Whether `choosePolicyName` may have made the name. */
export const isChosenName = (name: string): boolean => /^allow-.+-to-.+/.test(name);

function proposeName({ direction, subject, other }: NeededEnd): string {
  const [from, to] = direction === 'egress' ? [subject, other] : [other, subject];
  const name = `allow-${wordOf(from)}-to-${wordOf(to)}`.slice(0, 200);
  return direction === 'egress' ? `${name}-egress` : name;
}

const wordOf = (end: IntentEnd): string =>
  end.type === 'workload' ? end.name : equalIpSets(end.external.addresses, everyAddress) ? 'internet' : 'external';
