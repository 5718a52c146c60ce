import type { MatchedWorkload, SelectorMatches } from '../../engine/index.ts';
import { formatCount } from '../../ui/formatCount.ts';

/** “Matches 3 pods of 2 workloads; 1 more, if what the import leaves open is so.” */
export function formatMatches({ pods, perhaps, workloadCount }: SelectorMatches): string {
  if (pods === 0 && perhaps === 0) return 'Matches no pod of the workspace';
  const open = perhaps === 0 ? '' : `; ${formatCount(perhaps, 'pod')} perhaps: the import leaves it open`;
  return `Matches ${formatCount(pods, 'pod')} of ${formatCount(workloadCount, 'workload')}${open}`;
}

export function formatNamespaces({ names, count, perhaps }: NonNullable<SelectorMatches['namespaces']>): string {
  const rest = count > names.length ? `, ${count - names.length} more` : '';
  const open = perhaps === 0 ? '' : `; ${perhaps} perhaps: their labels are not in the import`;
  return count === 0 ? `In no namespace${open}` : `In ${names.join(', ')}${rest}${open}`;
}

/** What to say beside a workload's name: its namespace when it is another one, its pods, whether it is certain. */
export function formatPods({ namespace, pods, perhaps, podNames }: MatchedWorkload, own: string): string {
  const count = pods + perhaps;
  const names = podNames.length > 0 ? `${podNames.join(', ')}${count > podNames.length ? ', …' : ''}` : '';
  return [namespace === own ? '' : namespace, names, pods === 0 ? 'perhaps' : ''].filter(Boolean).join(' · ');
}
