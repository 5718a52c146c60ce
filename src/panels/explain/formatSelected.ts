import type { PeerExplanation, Selected } from '../../engine/index.ts';
import { nameOf } from '../node/Endpoint.ts';

/** How many names a sentence lists before it counts. */
const listed = 3;

const pods = (count: number): string => `${count} ${count === 1 ? 'pod' : 'pods'}`;

const shorten = (names: readonly string[], count: number): string => {
  const shown = names.slice(0, listed).join(', ');
  return count > listed ? `${shown} and ${count - listed} more` : shown;
};

/** `3 pods of web, worker in shop; perhaps 1 more`. */
export function formatSelected({ pods: certain, perhaps, workloads, workloadCount, namespaces }: Selected): string {
  if (workloadCount === 0) return 'no pods';
  const names = shorten(
    workloads.map(({ id }) => nameOf(id)),
    workloadCount,
  );
  const where = `of ${names} in ${shorten(namespaces, namespaces.length)}`;
  if (certain === 0) return `perhaps ${pods(perhaps)} ${where}`;
  return `${pods(certain)} ${where}${perhaps > 0 ? `; perhaps ${perhaps} more` : ''}`;
}

/** What a peer item takes in, pods and addresses outside. */
export function formatPeer({ takes, externals }: Pick<PeerExplanation, 'takes' | 'externals'>): string {
  const outside = externals.length === 0 ? null : shorten(externals, externals.length);
  if (takes.workloadCount === 0) return outside ?? 'nothing';
  return outside === null ? formatSelected(takes) : `${formatSelected(takes)}; outside ${outside}`;
}
