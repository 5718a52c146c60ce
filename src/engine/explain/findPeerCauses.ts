import type { Pod } from '../cluster/Cluster.ts';
import { formatIpAddress } from '../net/formatIpSet.ts';
import { containsIps, hasAddress, ipSetOf } from '../net/ipAlgebra.ts';
import { parseCidr } from '../net/parseCidr.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import type { Peer, PodSelection } from '../policy/PolicyRule.ts';
import { judgeSelector } from './judgeSelector.ts';
import type { MissCause } from './MissCause.ts';
import type { OtherEnd, Situation } from './Situation.ts';

/** What keeps a peer item from taking in the other end; at least one thing when it does not. */
export const findPeerCauses = (
  peer: Peer,
  situation: Pick<Situation, 'other' | 'knowledge' | 'labelsOfNamespace'>,
): readonly MissCause[] => {
  const { other } = situation;
  if (peer.type === 'addresses') return [findAddressCause(peer, other)];
  if (other.type === 'external') return [{ code: 'outsideCluster' }];
  // No selector reaches it then, whatever its labels are; else they are what fails.
  if (other.pod.hostNetwork && situation.knowledge.assumesComplete) return [{ code: 'hostNetwork' }];
  return findSelectionCauses(peer.selection, other.pod, situation);
};

/** What keeps a selection from taking in a pod by its namespace and labels: the namespace first. */
const findSelectionCauses = (
  { namespaces, pods }: PodSelection,
  pod: Pod,
  { knowledge, labelsOfNamespace }: Pick<Situation, 'knowledge' | 'labelsOfNamespace'>,
): readonly MissCause[] => {
  const { namespace } = pod;
  const byNamespace: readonly MissCause[] =
    namespaces.type === 'selected'
      ? judgeSelector(namespaces.selector, labelsOfNamespace(namespace), (selector) =>
          knowledge.matchNamespace(selector, namespace),
        ).misses.map((miss) => ({ code: 'namespaceLabel', namespace, ...miss }))
      : namespaces.name === namespace
        ? []
        : [{ code: 'ownNamespace', wanted: namespaces.name, actual: namespace }];
  const byLabels = judgeSelector(pods, pod.labels, (selector) => knowledge.matchPod(selector, pod)).misses;
  return [...byNamespace, ...byLabels.map((miss): MissCause => ({ code: 'podLabel', ...miss }))];
};

const findAddressCause = ({ cidr, except }: Extract<Peer, { type: 'addresses' }>, other: OtherEnd): MissCause => {
  const isIn = (text: string): boolean => {
    const block = parseCidr(text);
    if (block === null) return false;
    const set = ipSetOf(block);
    const known = knownAddresses(other);
    if (known.length > 0) return known.some((address) => hasAddress(set, address));
    return other.type === 'external' && containsIps(set, other.external.addresses);
  };
  const addresses = knownAddresses(other).map(formatIpAddress);
  const holes = isIn(cidr) ? except.filter(isIn) : [];
  return holes.length === 0 ? { code: 'address', cidr, addresses } : { code: 'except', cidr, except: holes, addresses };
};

const knownAddresses = (other: OtherEnd): readonly IpAddress[] => {
  if (other.type === 'pod') return other.pod.addresses;
  return other.asked === null ? [] : [other.asked];
};
