import type { Pod } from '../cluster/Cluster.ts';
import type { Connectivity } from '../connectivity/Connectivity.ts';
import { matchLabels, matchPod } from '../connectivity/matchesPeer.ts';
import type { AliasChoice } from '../edits/AliasChoice.ts';
import type { ManifestSet } from '../manifest/ManifestSet.ts';
import type { PolicySet } from '../policy/readPolicies.ts';
import type { Direction, Peer, PodSelection, Policy } from '../policy/PolicyRule.ts';

/** What planning looks at: the text as parsed and what it means. An `Analysis` has both. */
export interface PlanningBase {
  readonly manifests: ManifestSet;
  readonly connectivity: Connectivity;
  /** The policies as read, so that reading them again after a plan reads only what it changes. */
  readonly policies?: PolicySet;
  /** Where there are policies and no workloads, go by what their selectors mean. */
  readonly supposes?: boolean;
  /** What plans do where text is shared through YAML anchors; without it they refuse. */
  readonly aliases?: AliasChoice;
}

/** All policies that count, in the order of the import. */
export const listPolicies = ({ connectivity }: PlanningBase): readonly Policy[] =>
  connectivity.tiers.flatMap(({ policies }) => policies);

/**
 * Whether a selection takes in a pod or may do so: what an edit must reckon with. Pods on the host network are beyond the
 * reach of selectors with most plugins, so an edit never counts on them.
 */
export const canSelect = ({ knowledge }: Connectivity, selection: PodSelection, pod: Pod): boolean =>
  !pod.hostNetwork && matchLabels(selection, pod, knowledge) !== 'no';

/** The same for a peer; by address only pods whose addresses are known. */
export const canTakeIn = (connectivity: Connectivity, peer: Peer, pod: Pod): boolean =>
  peer.type === 'pods'
    ? canSelect(connectivity, peer.selection, pod)
    : matchPod(peer, pod, connectivity.knowledge) === 'yes';

/** The pods that a policy selects, in the order of the cluster. */
export function listSubjects({ connectivity }: PlanningBase, { subject }: Pick<Policy, 'subject'>): readonly Pod[] {
  return listCandidates(connectivity, subject).filter((pod) => canSelect(connectivity, subject, pod));
}

/** The pods of the namespaces that a selection is for: all, unless it names one. */
function listCandidates({ cluster }: Connectivity, { namespaces }: PodSelection): readonly Pod[] {
  if (namespaces.type !== 'named') return cluster.pods;
  const { name } = namespaces;
  const own = cluster.workloads.flatMap(({ namespace, pods }) => (namespace === name ? pods : []));
  return own.sort((a, b) => a - b).map((index) => cluster.pods[index]!);
}

/** The pods that a peer takes in. */
export function listPeerPods({ connectivity }: PlanningBase, peer: Peer): readonly Pod[] {
  const pods = peer.type === 'pods' ? listCandidates(connectivity, peer.selection) : connectivity.cluster.pods;
  return pods.filter((pod) => canTakeIn(connectivity, peer, pod));
}

/** Those of the pods that some policy isolates for the direction; `except`: as if that policy were not there. */
export function listIsolated(
  base: PlanningBase,
  {
    direction,
    pods,
    except,
  }: { readonly direction: Direction; readonly pods: readonly Pod[]; readonly except?: Policy },
): readonly Pod[] {
  const policies = listPolicies(base).filter((policy) => policy.isolates.includes(direction) && policy !== except);
  return pods.filter((pod) => policies.some(({ subject }) => canSelect(base.connectivity, subject, pod)));
}

/** Whether two lists hold the same pods. */
export function equalPods(a: readonly Pod[], b: readonly Pod[]): boolean {
  const indices = new Set(b.map(({ index }) => index));
  return a.length === indices.size && a.every(({ index }) => indices.has(index));
}

/** Whether `outer` holds all of `inner`. */
export function containsPods(outer: readonly Pod[], inner: readonly Pod[]): boolean {
  const indices = new Set(outer.map(({ index }) => index));
  return inner.every(({ index }) => indices.has(index));
}
