import type { Effect } from '../../engine/index.ts';

export interface Collateral {
  readonly tone: 'good' | 'warning';
  readonly text: string;
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What an alternative does beyond what was asked for, in one line. */
export function formatCollateral({ counts, intended, consequences, isCertain }: Effect): Collateral {
  const others = counts.gained + counts.lost + counts.changed - intended;
  const dns = consequences.filter(({ code }) => code === 'DNS_LOST').length;
  const parts = [
    ...(isCertain ? [] : ['not for certain: the import does not say enough']),
    ...(others > 0 ? [`${plural(others, 'other flow changes', 'other flows change')}`] : []),
    ...(dns > 0 ? [`${plural(dns, 'workload loses DNS', 'workloads lose DNS')}`] : []),
  ];
  return parts.length === 0
    ? { tone: 'good', text: 'No other flow changes' }
    : { tone: 'warning', text: capitalize(parts.join(' · ')) };
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
