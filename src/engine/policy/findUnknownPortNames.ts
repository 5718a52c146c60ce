import type { Cluster } from '../cluster/Cluster.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { Tier } from './PolicyRule.ts';

/**
 * PORT_NAME_UNKNOWN, warning, where workloads are supposed: once per policy and port name, which no pod resolves then. Stands
 * at the first such port; args `policy` and `name`.
 */
export function findUnknownPortNames(
  { imported }: Pick<Cluster, 'imported'>,
  tiers: readonly Tier[],
): readonly Problem[] {
  if (imported === undefined) return [];
  const found = new Map<string, Problem>();
  for (const { id, rules } of tiers.flatMap(({ policies }) => policies)) {
    for (const port of rules.flatMap(({ ports }) => ports ?? [])) {
      if (port.type !== 'name') continue;
      const { file, range } = port.origin;
      const key = `${id} ${port.name}`;
      if (found.has(key)) continue;
      found.set(key, {
        code: 'PORT_NAME_UNKNOWN',
        severity: 'warning',
        at: { file, start: range.start, end: range.end },
        args: { policy: id, name: port.name },
      });
    }
  }
  return [...found.values()];
}
