import type { Pod } from '../cluster/Cluster.ts';
import type { Workload } from '../cluster/Cluster.ts';
import { emptyIpSet, intersectIps, ipSetOf, isEmptyIpSet, subtractIps, uniteCidrs } from '../net/ipAlgebra.ts';
import type { IpSet } from '../net/IpSet.ts';
import { parseCidr } from '../net/parseCidr.ts';
import type { IntentTarget } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';

/** Pods that an intent is about, all of one namespace. */
export interface PodsEnd {
  readonly type: 'pods';
  /** A workload's id, or `namespace:NAME`. */
  readonly id: string;
  /** For people and for names of policies. */
  readonly name: string;
  readonly namespace: string;
  /** null: every pod of the namespace. */
  readonly workload: Workload | null;
  readonly pods: readonly Pod[];
}

/** Addresses that an intent is about. */
export interface AddressesEnd {
  readonly type: 'addresses';
  readonly id: string;
  readonly name: string;
  readonly addresses: IpSet;
  /** As someone wrote it; null: it has to be written in the fewest CIDRs. */
  readonly block: { readonly cidr: string; readonly except: readonly string[] } | null;
}

export type TargetEnd = PodsEnd | AddressesEnd;

/** What a target is in the workspace; null when it is not there, or is no CIDR. */
export function resolveTarget({ connectivity }: PlanningBase, target: IntentTarget): TargetEnd | null {
  const { cluster, externals } = connectivity;
  if (target.type === 'addresses') {
    const addresses = toAddresses(target);
    const name = formatBlock(target);
    return addresses && { type: 'addresses', id: name, name, addresses, block: target };
  }
  if (target.type === 'namespace') {
    const pods = cluster.pods.filter(({ namespace }) => namespace === target.name);
    const isKnown = pods.length > 0 || cluster.namespaces.some(({ name }) => name === target.name);
    const { name } = target;
    return isKnown ? { type: 'pods', id: `namespace:${name}`, name, namespace: name, workload: null, pods } : null;
  }
  const workload = cluster.workloads.find(({ id }) => id === target.id);
  if (workload) {
    const pods = workload.pods.flatMap((index) => cluster.pods[index] ?? []);
    return { type: 'pods', id: workload.id, name: workload.name, namespace: workload.namespace, workload, pods };
  }
  const external = externals.find(({ id }) => id === target.id);
  return external
    ? { type: 'addresses', id: external.id, name: external.label, addresses: external.addresses, block: null }
    : null;
}

const formatBlock = ({ cidr, except }: Extract<IntentTarget, { type: 'addresses' }>): string =>
  except.length === 0 ? cidr : `${cidr} except ${except.join(', ')}`;

/** The addresses of a block; null when it is none that a cluster accepts. */
function toAddresses({ cidr, except }: Extract<IntentTarget, { type: 'addresses' }>): IpSet | null {
  const block = parseCidr(cidr);
  const cut = except.map(parseCidr);
  if (block === null || cut.includes(null)) return null;
  const inside = uniteCidrs(cut.flatMap((one) => one ?? []));
  const isInside =
    cut.every((one) => one?.family === block.family) && isEmptyIpSet(subtractIps(inside, ipSetOf(block)));
  const addresses = subtractIps(ipSetOf(block), inside);
  return isInside && !isEmptyIpSet(addresses) ? addresses : null;
}

/** Whether a node of the evaluation (by id) belongs to a target; an external when it shares addresses with it. */
export function createTargetTest(base: PlanningBase, target: IntentTarget): (id: string) => boolean {
  const end = resolveTarget(base, target);
  if (end === null) return () => false;
  const { workloads } = base.connectivity.cluster;
  const addresses = end.type === 'addresses' ? end.addresses : emptyIpSet;
  const ids = new Set<string>(
    end.type === 'pods'
      ? workloads
          .filter(({ id, namespace }) => (end.workload ? id === end.workload.id : namespace === end.namespace))
          .map(({ id }) => id)
      : base.connectivity.externals
          .filter((one) => !isEmptyIpSet(intersectIps(one.addresses, addresses)))
          .map(({ id }) => id),
  );
  return (id) => ids.has(id);
}
