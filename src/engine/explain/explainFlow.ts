import { listServiceHops } from '../cluster/listServiceHops.ts';
import type { Admitted, Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import { intersectPorts, subtractPorts, unionPorts } from '../net/portAlgebra.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import { createPolicyFinder } from './createPolicyFinder.ts';
import type { PolicyFinder } from './createPolicyFinder.ts';
import { explainEnd, toVerdict } from './explainEnd.ts';
import type { Exemption } from './explainEnd.ts';
import type { AskedServicePort, EndReason, FlowExplanation } from './Explanation.ts';
import type { EndpointPair } from './listPodPairs.ts';

/** What is asked of a pair; the addresses that were meant, where an end is outside the cluster. */
export interface FlowQuestion {
  readonly port: FlowExplanation['port'];
  readonly fromAddress?: IpAddress | null;
  readonly toAddress?: IpAddress | null;
  /** `verdict`: without near misses, which take the most time. */
  readonly wants?: 'reasons' | 'verdict';
}

/** The verdict for two endpoints and the reasons at both ends, for one port or (null) for any. */
export const explainFlow = (
  connectivity: Connectivity,
  from: EndpointRef,
  to: EndpointRef,
  port: FlowExplanation['port'],
): FlowExplanation => explainPair(connectivity, { from, to, replicas: false }, { port });

/** The same, for a pair that may stand for two replicas of one pod; `finder` is shared by questions about many pairs. */
export const explainPair = (
  connectivity: Connectivity,
  pair: EndpointPair,
  { port, fromAddress = null, toAddress = null, wants = 'reasons' }: FlowQuestion,
  finder: PolicyFinder = createPolicyFinder(connectivity),
): FlowExplanation => {
  const { from, to } = pair;
  const exemption = findExemption(connectivity, pair);
  const shared = { connectivity, finder, exemption, port, wants };
  const egress = explainEnd({ ...shared, direction: 'egress', subject: from, other: to, otherAddress: toAddress });
  const ingress = explainEnd({ ...shared, direction: 'ingress', subject: to, other: from, otherAddress: fromAddress });
  const flow = intersectAdmitted(egress.admits, ingress.admits);
  const verdict = toVerdict(flow, port);
  return {
    from: toNodeId(connectivity, from),
    to: toNodeId(connectivity, to),
    port,
    verdict,
    guilty: verdict === 'allowed' ? null : findGuilty(egress, ingress, verdict),
    ...flow,
    egress,
    ingress,
    servicePort: wants === 'verdict' ? null : findServicePort(connectivity, to, port),
    sameForAllPods: true,
  };
};

/** What both ends admit. */
export const intersectAdmitted = (a: Admitted, b: Admitted): Admitted => {
  const ports = intersectPorts(a.ports, b.ports);
  const possible = intersectPorts(unionPorts(a.ports, a.uncertain), unionPorts(b.ports, b.uncertain));
  return { ports, uncertain: subtractPorts(possible, ports) };
};

/** Without a port both ends may allow something, and nothing in common: then neither is more to blame. */
const findGuilty = (egress: EndReason, ingress: EndReason, verdict: 'denied' | 'uncertain'): 'egress' | 'ingress' => {
  if (egress.verdict === verdict) return 'egress';
  if (ingress.verdict === verdict) return 'ingress';
  return egress.state === 'isolated' ? 'egress' : 'ingress';
};

const findExemption = (connectivity: Connectivity, { from, to, replicas }: EndpointPair): Exemption => {
  if (replicas || from.type === 'external' || to.type === 'external') return null;
  if (from.index === to.index) return 'self';
  switch (connectivity.locality(from.index, to.index)) {
    case 'local':
      return 'node';
    case 'maybe':
      return 'perhapsNode';
    case 'apart':
      return null;
  }
};

/** The port asked for, if it is one that only a Service in front of the destination has. */
const findServicePort = (
  { cluster }: Connectivity,
  to: EndpointRef,
  port: FlowExplanation['port'],
): AskedServicePort | null => {
  if (port === null || to.type === 'external') return null;
  const pod = cluster.pods[to.index]!;
  const hops = listServiceHops(cluster, pod).filter(({ protocol }) => protocol === port.protocol);
  const isOwn =
    pod.ports.some((own) => own.protocol === port.protocol && own.port === port.port) ||
    hops.some(({ targets }) => targets.includes(port.port));
  const hop = isOwn ? undefined : hops.find((each) => each.port === port.port && each.targets.length > 0);
  return hop === undefined ? null : { service: hop.service, port: hop.port, targets: hop.targets };
};
