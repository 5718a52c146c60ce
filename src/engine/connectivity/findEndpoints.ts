import type { Pod } from '../cluster/Cluster.ts';
import { hasAddress } from '../net/ipAlgebra.ts';
import { parseIpAddress } from '../net/parseIpAddress.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import type { Connectivity, NodeRef } from './Connectivity.ts';
import { findNode, toNodeId } from './findNode.ts';

/**
 * - malformed: neither `namespace/name`, `namespace/Kind/name`, an address nor an `external:…` id
 * - unknown: nothing of that name in the import
 * - ambiguous: several; `candidates` are their ids
 */
export type FoundEndpoint =
  | { readonly ok: true; readonly node: NodeRef }
  | {
      readonly ok: false;
      readonly reason: 'malformed' | 'unknown' | 'ambiguous';
      readonly candidates: readonly string[];
    };

/**
 * What someone means by `namespace/name`, `namespace/Kind/name` (Kind in any case), an IP address, or an id. A name means
 * workloads first, then pods; an address the pod that has it, else the external endpoint it lies in.
 */
export const findEndpoints = (connectivity: Connectivity, text: string): FoundEndpoint => {
  const byId = findNode(connectivity, text);
  if (byId !== null) return { ok: true, node: byId };
  const address = parseIpAddress(text);
  if (address !== null) return chooseOne(connectivity, findByAddress(connectivity, address));
  const parts = text.split('/');
  if (parts.includes('') || text.startsWith('external:'))
    return failed(text.startsWith('external:') ? 'unknown' : 'malformed');
  const [namespace, kind, name] = parts.length === 2 ? [parts[0]!, null, parts[1]!] : parts;
  if (parts.length < 2 || parts.length > 3 || namespace === undefined || kind === undefined || name === undefined) {
    return failed('malformed');
  }
  return chooseOne(connectivity, findByName(connectivity, namespace, kind, name));
};

const failed = (reason: 'malformed' | 'unknown'): FoundEndpoint => ({ ok: false, reason, candidates: [] });

const chooseOne = (connectivity: Connectivity, nodes: readonly NodeRef[]): FoundEndpoint => {
  const [node] = nodes;
  if (node === undefined) return failed('unknown');
  if (nodes.length === 1) return { ok: true, node };
  return { ok: false, reason: 'ambiguous', candidates: nodes.map((candidate) => toNodeId(connectivity, candidate)) };
};

const findByName = (
  { cluster }: Connectivity,
  namespace: string,
  kind: string | null,
  name: string,
): readonly NodeRef[] => {
  const isMeant = (candidate: { readonly namespace: string; readonly name: string }, candidateKind: string): boolean =>
    candidate.namespace === namespace &&
    candidate.name === name &&
    (kind === null || kind.toLowerCase() === candidateKind.toLowerCase());
  const workloads = cluster.workloads
    .filter((workload) => isMeant(workload, workload.kind))
    .map(({ index }): NodeRef => ({ type: 'workload', index }));
  if (workloads.length > 0) return workloads;
  return cluster.pods
    .filter((pod) => !pod.representative && isMeant(pod, 'Pod'))
    .map(({ index }): NodeRef => ({ type: 'pod', index }));
};

const hasIp = (pod: Pod, address: IpAddress): boolean =>
  pod.ips.some((text) => {
    const own = parseIpAddress(text);
    return own !== null && own.family === address.family && own.value === address.value;
  });

const findByAddress = ({ cluster, externals, classOf }: Connectivity, address: IpAddress): readonly NodeRef[] => {
  const pods = cluster.pods.filter((pod) => hasIp(pod, address));
  // Pods on the host network share their node's address, and nothing tells their traffic apart.
  const alike = pods.every((pod) => pod.hostNetwork && classOf(pod.index) === classOf(pods[0]!.index));
  if (pods.length > 0) return (alike ? pods.slice(0, 1) : pods).map(({ index }): NodeRef => ({ type: 'pod', index }));
  return externals
    .filter(({ addresses }) => hasAddress(addresses, address))
    .map(({ index }): NodeRef => ({ type: 'external', index }));
};
