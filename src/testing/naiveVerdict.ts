import type { ApiNetworkPolicy, ApiPeer, ApiSelector, Labels } from './ApiObject.ts';
import { isInCidr, readNaiveAddress, readNaiveCidr } from './naiveAddress.ts';
import { isPod, matchesPort, meets, namespaceOf, policyTypesOf } from './naiveEvaluator.ts';
import type { NaiveEnd, Packet } from './naiveEvaluator.ts';
import type { NaiveModel, NaivePod } from './naiveModel.ts';

/**
 * The verdict on one packet where what the import does not say is uncertain: a second opinion on `certain` and `possible`,
 * in the three-valued logic of docs/semantics. Shares no code with the engine.
 */
export type NaiveVerdict = 'allowed' | 'denied' | 'uncertain';

/** As numbers, so that `and` is the minimum and `or` the maximum. */
const no = 0;
const maybe = 1;
const yes = 2;
type Truth = 0 | 1 | 2;

const and = (...truths: Truth[]): Truth => Math.min(yes, ...truths) as Truth;
const or = (...truths: Truth[]): Truth => Math.max(no, ...truths) as Truth;

const addedByControllers: Record<string, string[]> = {
  Deployment: ['pod-template-hash'],
  ReplicaSet: ['pod-template-hash'],
  StatefulSet: ['statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index', 'controller-revision-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
};

const unknownLabelsOf = ({ id, labels }: NaivePod): string[] =>
  (addedByControllers[id.split('/')[1] ?? ''] ?? []).filter((key) => !Object.hasOwn(labels, key));

/** Tries every value that could make a difference, and none, for each label that is not known. */
const select = (selector: ApiSelector, labels: Labels, isUnknown: (key: string) => boolean): Truth => {
  const asked = [
    ...Object.entries(selector.matchLabels ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] })),
    ...(selector.matchExpressions ?? []).map(({ key, operator, values }) => ({ key, operator, values: values ?? [] })),
  ];
  const keys = [...new Set(asked.map(({ key }) => key))];
  return and(
    ...keys.map((key): Truth => {
      const own = asked.filter((item) => item.key === key);
      const holds = (value: string | undefined) =>
        own.every(({ operator, values }) => meets(value === undefined ? {} : { [key]: value }, key, operator, values));
      if (Object.hasOwn(labels, key) || !isUnknown(key)) return holds(labels[key]) ? yes : no;
      const outcomes = [undefined, 'some other value', ...own.flatMap(({ values }) => values)].map(holds);
      if (outcomes.every((outcome) => outcome)) return yes;
      return outcomes.some((outcome) => outcome) ? maybe : no;
    }),
  );
};

const selectPod = (selector: ApiSelector, pod: NaivePod): Truth =>
  select(selector, pod.labels, (key) => unknownLabelsOf(pod).includes(key));

const selectNamespace = (model: NaiveModel, selector: ApiSelector, namespace: string): Truth =>
  select(
    selector,
    model.namespaces.get(namespace) ?? { 'kubernetes.io/metadata.name': namespace },
    () => !model.described.has(namespace),
  );

/** Whether the excepts together leave nothing of a block: every address where one begins or ends is in another. */
const isEmptyBlock = (cidr: string, except: readonly string[]): boolean => {
  const edges = [cidr, ...except]
    .map(readNaiveCidr)
    .flatMap(({ first, last }) => [
      first,
      last,
      { ...first, value: first.value - 1n },
      { ...last, value: last.value + 1n },
    ]);
  return !edges.some((address) => isInCidr(address, cidr) && !except.some((hole) => isInCidr(address, hole)));
};

const matchPeer = (model: NaiveModel, policy: ApiNetworkPolicy, peer: ApiPeer, end: NaiveEnd): Truth => {
  if (peer.ipBlock) {
    const { cidr, except } = peer.ipBlock;
    const holes = except ?? [];
    const texts = isPod(end) ? end.ips : [end.address];
    const isMatch = texts
      .map(readNaiveAddress)
      .some((address) => isInCidr(address, cidr) && !holes.some((hole) => isInCidr(address, hole)));
    if (isMatch) return yes;
    return texts.length === 0 && !isEmptyBlock(cidr, holes) ? maybe : no;
  }
  if (!isPod(end)) return no;
  const inNamespace = peer.namespaceSelector
    ? selectNamespace(model, peer.namespaceSelector, end.namespace)
    : end.namespace === namespaceOf(policy)
      ? yes
      : no;
  const match = and(inNamespace, selectPod(peer.podSelector ?? {}, end));
  return end.hostNetwork ? and(match, maybe) : match;
};

/** What one policy makes of the packet at its end. */
const judgePolicy = (model: NaiveModel, policy: ApiNetworkPolicy, type: string, packet: Packet): Truth => {
  const rules =
    type === 'Ingress'
      ? (policy.spec.ingress ?? []).map(({ from, ports }) => ({ peers: from ?? [], ports: ports ?? [] }))
      : (policy.spec.egress ?? []).map(({ to, ports }) => ({ peers: to ?? [], ports: ports ?? [] }));
  return or(
    ...rules.map(({ peers, ports }): Truth => {
      if (ports.length > 0 && !ports.some((item) => matchesPort(item, packet))) return no;
      return peers.length === 0 ? yes : or(...peers.map((peer) => matchPeer(model, policy, peer, packet.peer)));
    }),
  );
};

/** Whether one end lets the packet pass, for certain and perhaps. */
const admits = (model: NaiveModel, type: 'Ingress' | 'Egress', packet: Packet): Truth => {
  const { subject } = packet;
  const judged = model.policies
    .filter((policy) => policyTypesOf(policy).includes(type) && namespaceOf(policy) === subject.namespace)
    .map((policy) => ({
      selects: selectPod(policy.spec.podSelector ?? {}, subject),
      admits: judgePolicy(model, policy, type, packet),
    }))
    .filter(({ selects }) => selects !== no);
  if (judged.length === 0) return yes;
  const sure = judged.filter(({ selects }) => selects === yes);
  // A pod that no policy selects for certain may be open; one on the host network always may.
  const isPossible = sure.length === 0 || subject.hostNetwork || judged.some((verdict) => verdict.admits !== no);
  const isCertain =
    sure.length === 0
      ? judged.every((verdict) => verdict.admits === yes)
      : sure.some((verdict) => verdict.admits === yes);
  return isCertain ? yes : isPossible ? maybe : no;
};

/** Whether one of the two is the traffic of the other's node. */
const sharesNode = (a: NaivePod, b: NaivePod): Truth => {
  if (!a.hostNetwork && !b.hostNetwork) return no;
  if (a.hostIp === undefined || b.hostIp === undefined) return maybe;
  return a.hostIp === b.hostIp ? yes : no;
};

export const judge = (
  model: NaiveModel,
  from: NaiveEnd,
  to: NaiveEnd,
  protocol: string,
  port: number,
): NaiveVerdict => {
  const exempt = isPod(from) && isPod(to) ? (from === to ? yes : sharesNode(from, to)) : no;
  const packet = { destination: to, protocol, port };
  const byPolicies = and(
    isPod(from) ? admits(model, 'Egress', { ...packet, subject: from, peer: to }) : yes,
    isPod(to) ? admits(model, 'Ingress', { ...packet, subject: to, peer: from }) : yes,
  );
  const truth = or(exempt, byPolicies);
  return truth === yes ? 'allowed' : truth === maybe ? 'uncertain' : 'denied';
};
