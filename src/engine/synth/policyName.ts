import { everyAddress, equalIpSets } from '../net/ipAlgebra.ts';
import type { NeededEnd } from './NeededEnd.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { TargetEnd } from './resolveTarget.ts';

/** A free name for the policy that opens an end: `allow-web-to-api`, `allow-web-to-api-egress`, with a number when taken. */
export const choosePolicyName = (base: PlanningBase, needed: NeededEnd): string =>
  findFreeName(base, needed.subject.namespace, proposeName(needed));

/** The name, with a number when a policy of the namespace has it, in characters that an object's name may have. */
export function findFreeName({ manifests }: PlanningBase, namespace: string, wanted: string): string {
  // What a selector asks for (`app=web`) is no name.
  const name = wanted.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
  const policies = manifests.objects.filter((object) => object.type === 'policy' && object.namespace === namespace);
  const taken = new Set(policies.map((policy) => policy.name));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Whether `choosePolicyName` may have made the name. */
export const isChosenName = (name: string): boolean => /^allow-.+-to-.+/.test(name);

function proposeName({ direction, subject, others }: NeededEnd): string {
  const [first] = others;
  const other = first && others.length === 1 ? wordOf(first) : 'others';
  const [from, to] = direction === 'egress' ? [wordOf(subject), other] : [other, wordOf(subject)];
  const name = `allow-${from}-to-${to}`.slice(0, 200);
  return direction === 'egress' ? `${name}-egress` : name;
}

/** A word for an end that an object's name can hold. */
export const wordOf = (end: TargetEnd): string =>
  end.type === 'pods' ? end.name : equalIpSets(end.addresses, everyAddress) ? 'internet' : 'external';
