import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import { hasPort, intersectPorts, isEmptyPortSet } from '../net/portAlgebra.ts';
import { explainEnd } from './explainEnd.ts';
import type { FlowExplanation } from './Explanation.ts';
import type { EndpointPair } from './listPodPairs.ts';

/** The verdict for two endpoints and the reasons at both ends, for one port or (null) for any. */
export const explainFlow = (
  connectivity: Connectivity,
  from: EndpointRef,
  to: EndpointRef,
  port: FlowExplanation['port'],
): FlowExplanation => explainPair(connectivity, { from, to, replicas: false }, port);

/** The same, for a pair that may stand for two replicas of one pod. */
export const explainPair = (
  connectivity: Connectivity,
  pair: EndpointPair,
  port: FlowExplanation['port'],
): FlowExplanation => {
  const { from, to } = pair;
  const exemption = findExemption(connectivity, pair);
  const egress = explainEnd({ connectivity, direction: 'egress', subject: from, other: to, exemption, port });
  const ingress = explainEnd({ connectivity, direction: 'ingress', subject: to, other: from, exemption, port });
  const ports = intersectPorts(egress.admits, ingress.admits);
  const allowed = port === null ? !isEmptyPortSet(ports) : hasPort(ports, port.protocol, port.port);
  return {
    from: toNodeId(connectivity, from),
    to: toNodeId(connectivity, to),
    port,
    verdict: allowed ? 'allowed' : 'denied',
    ports,
    egress,
    ingress,
    sameForAllPods: true,
  };
};

const findExemption = (connectivity: Connectivity, { from, to, replicas }: EndpointPair): 'self' | 'node' | null => {
  if (replicas || from.type === 'external' || to.type === 'external') return null;
  if (from.index === to.index) return 'self';
  return connectivity.locality(from.index, to.index) === 'local' ? 'node' : null;
};
