import type { ApiNetworkPolicy, ApiPeer, ApiPort, ApiSelector, Labels } from './ApiObject.ts';
import { isInCidr, readNaiveAddress } from './naiveAddress.ts';
import type { NaiveModel, NaivePod } from './naiveModel.ts';

/** One end of a packet: a pod of the model, or an address outside the cluster. */
export type NaiveEnd = NaivePod | { address: string };

/** A connection that one of its ends judges. `port` is the destination's. */
export interface Packet {
  subject: NaivePod;
  peer: NaiveEnd;
  destination: NaiveEnd;
  protocol: string;
  port: number;
}

export const isPod = (end: NaiveEnd): end is NaivePod => 'labels' in end;

export const meets = (labels: Labels, key: string, operator: string, values: readonly string[]): boolean => {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      throw new Error(`unknown operator ${operator}`);
  }
};

const selects = (selector: ApiSelector, labels: Labels): boolean =>
  Object.entries(selector.matchLabels ?? {}).every(([key, value]) => meets(labels, key, 'In', [value])) &&
  (selector.matchExpressions ?? []).every(({ key, operator, values }) => meets(labels, key, operator, values ?? []));

export const namespaceOf = (policy: ApiNetworkPolicy): string => policy.metadata.namespace ?? 'default';

export const policyTypesOf = ({ spec }: ApiNetworkPolicy): readonly string[] => {
  if (spec.policyTypes && spec.policyTypes.length > 0) return spec.policyTypes;
  return spec.egress && spec.egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
};

const isSubject = (policy: ApiNetworkPolicy, pod: NaivePod): boolean =>
  !pod.hostNetwork && pod.namespace === namespaceOf(policy) && selects(policy.spec.podSelector ?? {}, pod.labels);

const matchesPeer = (model: NaiveModel, policy: ApiNetworkPolicy, peer: ApiPeer, end: NaiveEnd): boolean => {
  if (peer.ipBlock) {
    const { cidr, except } = peer.ipBlock;
    const texts = isPod(end) ? end.ips : [end.address];
    return texts
      .map(readNaiveAddress)
      .some((address) => isInCidr(address, cidr) && !(except ?? []).some((hole) => isInCidr(address, hole)));
  }
  if (!isPod(end) || end.hostNetwork) return false;
  const inNamespace = peer.namespaceSelector
    ? selects(peer.namespaceSelector, model.namespaces.get(end.namespace) ?? {})
    : end.namespace === namespaceOf(policy);
  return inNamespace && selects(peer.podSelector ?? {}, end.labels);
};

export const matchesPort = (item: ApiPort, { destination, protocol, port }: Packet): boolean => {
  if ((item.protocol ?? 'TCP') !== protocol) return false;
  const wanted = item.port ?? undefined;
  if (wanted === undefined) return true;
  if (typeof wanted === 'number') return port >= wanted && port <= (item.endPort ?? wanted);
  return (
    isPod(destination) &&
    destination.ports.some((own) => own.name === wanted && own.protocol === protocol && own.port === port)
  );
};

/** Whether one end lets the packet pass: `Egress` at the source, `Ingress` at the destination. */
const admits = (model: NaiveModel, type: 'Ingress' | 'Egress', packet: Packet): boolean => {
  const isolating = model.policies.filter(
    (policy) => isSubject(policy, packet.subject) && policyTypesOf(policy).includes(type),
  );
  if (isolating.length === 0) return true;
  return isolating.some((policy) => {
    const rules =
      type === 'Ingress'
        ? (policy.spec.ingress ?? []).map(({ from, ports }) => ({ peers: from ?? [], ports: ports ?? [] }))
        : (policy.spec.egress ?? []).map(({ to, ports }) => ({ peers: to ?? [], ports: ports ?? [] }));
    return rules.some(
      ({ peers, ports }) =>
        (peers.length === 0 || peers.some((peer) => matchesPeer(model, policy, peer, packet.peer))) &&
        (ports.length === 0 || ports.some((item) => matchesPort(item, packet))),
    );
  });
};

/** One of the two is its node's own traffic, which always passes. */
const areNodeAndItsPod = (a: NaivePod, b: NaivePod): boolean =>
  (a.hostNetwork || b.hostNetwork) && a.hostIp !== undefined && a.hostIp === b.hostIp;

/**
 * Whether a NetworkPolicy plugin that follows the specification lets `from` open a connection to `port` of `to`. One packet at a
 * time, straight from the API fields; the policies must be valid.
 *
 * - what the model does not say is absent (a label of a namespace, an address of a pod)
 * - a pod reaches itself, and a pod and a hostNetwork pod on its node reach each other
 * - a hostNetwork pod is never selected, so never isolated; an ipBlock matches it by its addresses
 * - a pod matches an ipBlock when any one of its addresses is inside the cidr and outside every except
 * - a named port is what the destination pod's containers call so, in the rule's protocol; nothing outside the cluster
 */
export const isAllowed = (model: NaiveModel, from: NaiveEnd, to: NaiveEnd, protocol: string, port: number): boolean => {
  if (isPod(from) && isPod(to) && (from === to || areNodeAndItsPod(from, to))) return true;
  const packet = { destination: to, protocol, port };
  return (
    (!isPod(from) || admits(model, 'Egress', { ...packet, subject: from, peer: to })) &&
    (!isPod(to) || admits(model, 'Ingress', { ...packet, subject: to, peer: from }))
  );
};
