import { formatPortSet, isEmptyPortSet, type BlastRadius, type ReachedNode } from '../../engine/index.ts';

/** `12 of 30: 5 in one step, 7 in 2 steps; perhaps 3 more`. */
export function describeReach({ reached, others, omitted }: BlastRadius): string {
  const certain = reached.filter(({ certainty }) => certainty === 'certain');
  const perhaps = reached.length - certain.length;
  const bySteps = new Map<number, number>();
  for (const { steps } of certain) bySteps.set(steps, (bySteps.get(steps) ?? 0) + 1);
  const parts = [...bySteps].map(([steps, count]) => `${count} in ${steps === 1 ? 'one step' : `${steps} steps`}`);
  const found = certain.length === 0 ? 'Nobody' : `${certain.length} of ${others}: ${parts.join(', ')}`;
  const more = perhaps > 0 ? `; perhaps ${perhaps}${certain.length > 0 ? ' more' : ''}` : '';
  const rest = omitted > 0 ? ' There are too many flows to follow all of them; there may be more.' : '';
  return `${found}${more}.${rest}`;
}

/** The nodes between the start and one that was reached, in the order of the way from the start; their ids. */
export function listWay({ reached }: Pick<BlastRadius, 'reached'>, position: number): readonly string[] {
  const way: string[] = [];
  for (let at = reached[position]?.via ?? null; at !== null; at = reached[at]?.via ?? null) way.push(reached[at]!.id);
  return way.reverse();
}

/** The ports of the last step, with what is true of some pods only, or only perhaps. */
export function formatStepPorts({ ports, partial, uncertain, certainty }: ReachedNode): string {
  if (!isEmptyPortSet(ports)) return formatPortSet(ports);
  if (!isEmptyPortSet(partial)) return `some pods only: ${formatPortSet(partial)}`;
  return `${certainty === 'perhaps' ? 'perhaps ' : ''}${formatPortSet(uncertain)}`;
}
