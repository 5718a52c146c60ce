import type { Direction } from '../policy/PolicyRule.ts';
import type { EndView } from './createEndView.ts';
import type { CauseIndex } from './createCauseIndex.ts';
import type { Sides } from './DiffSide.ts';
import type { MatchedNodes } from './matchNodes.ts';
import type { CauseTracer } from './traceCauses.ts';
import type { IsolationChange } from './WorkspaceDiff.ts';

const directions: readonly Direction[] = ['ingress', 'egress'];
/** How much is isolated. */
const ranks: Readonly<Record<string, number>> = { open: 0, uncertain: 1, isolated: 2 };

/** By cause: the workloads on both sides that it opens or isolates, by node. `nodes`: the ones to look at. */
export const findIsolationChanges = (
  nodes: readonly number[],
  { nodes: all }: MatchedNodes,
  views: Sides<EndView>,
  tracer: CauseTracer,
  index: CauseIndex,
): ReadonlyMap<number, readonly IsolationChange[]> => {
  const changes = new Map<number, IsolationChange[]>();
  for (const node of nodes) {
    for (const direction of directions) {
      const kind = compareIsolation(views, node, direction);
      if (kind === null) continue;
      const causes = tracer
        .isolationCauses(node, direction)
        .flatMap((cause) => (cause.type === 'policy' ? (index.ofPolicy(cause.id) ?? []) : index.ofNode(all[node]!)));
      for (const cause of new Set(causes.length > 0 ? causes : [index.unknown])) {
        const list = changes.get(cause) ?? [];
        changes.set(cause, list);
        list.push({ node, direction, kind });
      }
    }
  }
  return changes;
};

/** By the least isolated of its pods, then by the most isolated; null when they are isolated alike. */
const compareIsolation = (
  { before, after }: Sides<EndView>,
  node: number,
  direction: Direction,
): IsolationChange['kind'] | null => {
  const [old, now] = [before, after].map((view) =>
    view
      .isolation(node, direction)
      .split('; ')
      .map((text) => ranks[text] ?? 0)
      .sort((a, b) => a - b),
  ) as [number[], number[]];
  const isLeast = now[0] !== old[0];
  const [was, is] = isLeast ? [old[0]!, now[0]!] : [old.at(-1)!, now.at(-1)!];
  if (was === is) return null;
  if (is === ranks['uncertain']) return 'uncertain';
  return is < was ? 'opened' : 'isolated';
};
