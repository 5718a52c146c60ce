import type { PeerExplanation, Selected } from '../../engine/index.ts';
import { nameOf } from '../node/Endpoint.ts';

/** How many names a sentence lists before it counts. */
const listed = 3;

const shorten = (names: readonly string[], count: number): string => {
  const shown = names.slice(0, listed).join(', ');
  return count > listed ? `${shown} and ${count - listed} more` : shown;
};

/** `web, worker in shop (5 pods); perhaps not all of them`: a workload of which only the template is known is one pod. */
export function formatSelected({ pods: certain, perhaps, workloads, workloadCount, namespaces }: Selected): string {
  if (workloadCount === 0) return 'no pods';
  const names = shorten(
    workloads.map(({ id }) => nameOf(id)),
    workloadCount,
  );
  const count = certain + perhaps > workloadCount ? ` (${certain + perhaps} pods)` : '';
  const all = `${names} in ${shorten(namespaces, namespaces.length)}${count}`;
  if (perhaps === 0) return all;
  return certain === 0 ? `perhaps ${all}` : `${all}, ${perhaps} of these pods only perhaps`;
}

/** What a peer item takes in, pods and addresses outside. */
export function formatPeer({ takes, externals }: Pick<PeerExplanation, 'takes' | 'externals'>): string {
  const outside = externals.length === 0 ? null : shorten(externals, externals.length);
  if (takes.workloadCount === 0) return outside === null ? 'nothing' : `${outside} outside`;
  return outside === null ? formatSelected(takes) : `${outside} outside; ${formatSelected(takes)}`;
}
