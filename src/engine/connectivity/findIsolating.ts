import type { CompiledPolicy } from './compilePolicies.ts';
import type { Isolating, IsolatingSets } from './createIsolatingSets.ts';
import type { SelectionResolver } from './createSelectionResolver.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { PodClass } from './PodClass.ts';

export interface IsolatingSources {
  readonly classes: readonly PodClass[];
  readonly policies: readonly CompiledPolicy[];
  readonly resolver: SelectionResolver;
  readonly isolatingSets: Readonly<Record<Direction, IsolatingSets>>;
  readonly assumesComplete: boolean;
}

/** By class, the policies that isolate it; null where none can. */
export const findIsolating = (
  { classes, policies, resolver, isolatingSets, assumesComplete }: IsolatingSources,
  direction: Direction,
): ((classIndex: number) => Isolating | null) => {
  const sets = isolatingSets[direction];
  const setOf = new Uint32Array(classes.length);
  for (const policy of policies) {
    if (!policy.isolates.includes(direction)) continue;
    const { yes, maybe } = resolver.members(policy.subject);
    for (const index of yes) {
      if (!assumesComplete || !classes[index]!.hostNetwork) setOf[index] = sets.add(setOf[index]!, policy, true);
    }
    if (assumesComplete) continue;
    for (const index of maybe) setOf[index] = sets.add(setOf[index]!, policy, false);
  }
  return (index) => {
    // Later evaluations may have added classes, which no policy of this one isolates.
    const set = setOf[index] ?? 0;
    return set === 0 ? null : sets.get(set);
  };
};
