import type { ShieldState } from '../../engine/index.ts';
import { formatCount } from '../../ui/formatCount.ts';
import type { Item, ShieldCounts } from './VisibleGraph.ts';

const shieldWords: Readonly<Record<ShieldState, string>> = {
  open: 'open',
  isolated: 'isolated',
  closed: 'closed',
  mixed: 'mixed',
  uncertain: 'uncertain',
};

/** "8 isolated, 2 open". */
export const describeShields = (counts: ShieldCounts): string =>
  (['isolated', 'closed', 'mixed', 'open'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${shieldWords[state]}`)
    .join(', ');

/** One sentence per item, for assistive technology and for titles. */
export function describeItem(item: Item): string {
  switch (item.type) {
    case 'card': {
      const flows = `${formatCount(item.flowsIn, 'flow')} in, ${item.flowsOut} out`;
      const host = item.hostNetwork ? ', on the host network' : '';
      const shields = `ingress ${shieldWords[item.ingress]}, egress ${shieldWords[item.egress]}`;
      return `${item.kind} ${item.name} in ${item.namespace}: ${shields}, ${flows}${host}`;
    }
    case 'collapsed':
      return `Namespace ${item.name}, collapsed: ${formatCount(item.workloads, 'workload')}, ${formatCount(item.policies, 'policy', 'policies')}; ingress ${describeShields(item.ingress) || 'none'}; egress ${describeShields(item.egress) || 'none'}`;
    case 'frame':
      return `Namespace ${item.name}: ${formatCount(item.workloads, 'workload')}, ${formatCount(item.policies, 'policy', 'policies')}`;
    case 'external':
      return `Outside the cluster, ${item.label}: ${formatCount(item.flowsIn, 'flow')} in, ${item.flowsOut} out`;
  }
}
