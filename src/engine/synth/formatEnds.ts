import type { TargetEnd } from './resolveTarget.ts';

/** Short words for the history: `web`, `web and api`, `web and 3 more`. */
export function formatEnds(ends: readonly TargetEnd[]): string {
  const [first, second] = ends;
  if (!first) return 'nothing';
  if (!second) return first.name;
  return ends.length === 2 ? `${first.name} and ${second.name}` : `${first.name} and ${ends.length - 1} more`;
}
