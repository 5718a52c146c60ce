import type { YamlValue } from '../edits/YamlValue.ts';
import { everyAddress, intersectIps, isEmptyIpSet, subtractIps, uniteCidrs } from '../net/ipAlgebra.ts';
import type { IpSet } from '../net/IpSet.ts';
import { parseCidr } from '../net/parseCidr.ts';
import { findExclusion } from './findExclusion.ts';
import { everyAddressBut } from './narrowPeer.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { TargetEnd } from './resolveTarget.ts';
import { toCidrs } from './toCidrs.ts';
import { namespaceByName } from './toPeerItems.ts';
import { toRequirementValue } from './toRuleValue.ts';
import { nameLabel } from '../labels/nameLabel.ts';

/** Where pods have their addresses nearly always (RFC 1918, RFC 6598, RFC 4193). */
const privateBlocks = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

/**
 * What of the addresses outside the cluster such peers take in. A block is not only the outside: it takes in pods by their
 * addresses too, the unwanted ones among them; `public` leaves out where pods have theirs.
 */
export type Outside = 'none' | 'public' | 'all';

/**
 * Peers that are everyone but the ends, for a policy in `namespace`; null when no label tells the pods of an end from
 * others of their namespace.
 */
export function everyoneBut(
  { connectivity: { cluster } }: PlanningBase,
  ends: readonly TargetEnd[],
  namespace: string,
  outside: Outside,
): readonly YamlValue[] | null {
  const unwanted = ends.filter((end) => end.type === 'pods');
  const names = [...new Set(unwanted.map((end) => end.namespace))];
  const requirement = toRequirementValue({ key: nameLabel, operator: 'NotIn', values: names });
  const items: YamlValue[] = [{ namespaceSelector: names.length === 0 ? {} : { matchExpressions: [requirement] } }];
  for (const name of names) {
    const own = unwanted.filter((end) => end.namespace === name);
    if (own.some(({ workload }) => workload === null)) continue;
    const workloads = new Set<string>(own.map(({ id }) => id));
    const pods = cluster.pods.filter((pod) => pod.namespace === name && !pod.hostNetwork);
    const exclusion = findExclusion(
      pods.filter(({ workload }) => workloads.has(workload)),
      pods.filter(({ workload }) => !workloads.has(workload)),
    );
    if (exclusion === null) return null;
    const podSelector = { matchExpressions: [toRequirementValue(exclusion)] };
    items.push(name === namespace ? { podSelector } : { namespaceSelector: namespaceByName(name), podSelector });
  }
  return [...items, ...listBlocks(ends, outside)];
}

function listBlocks(ends: readonly TargetEnd[], outside: Outside): readonly YamlValue[] {
  if (outside === 'none') return [];
  const reserved = uniteCidrs(privateBlocks.flatMap((cidr) => parseCidr(cidr) ?? []));
  const wanted = everyAddressBut(ends, outside === 'all' ? everyAddress : subtractIps(everyAddress, reserved));
  return (['0.0.0.0/0', '::/0'] as const).flatMap((cidr) => {
    const family = familyOf(cidr);
    if (isEmptyIpSet(intersectIps(wanted, family))) return [];
    const except = toCidrs(subtractIps(family, wanted));
    return [{ ipBlock: { cidr, ...(except.length > 0 && { except }) } }];
  });
}

const familyOf = (cidr: '0.0.0.0/0' | '::/0'): IpSet =>
  cidr === '::/0' ? { v4: [], v6: everyAddress.v6 } : { v4: everyAddress.v4, v6: [] };
