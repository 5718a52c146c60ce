import { formatCount } from '../../ui/formatCount.ts';
import type { EdgeVerdict, InsideFlows, ManyFlows, Reach } from './VisibleGraph.ts';

export const verdictWords: Readonly<Record<EdgeVerdict, string>> = {
  rule: 'allowed by a rule',
  open: 'open by default',
  uncertain: 'uncertain',
};

/** What must be known beside the verdict, of a line as of a mark. */
export const listReservations = ({
  verdict,
  partial,
  doubt,
}: Pick<ManyFlows, 'verdict' | 'partial' | 'doubt'>): readonly string[] => [
  ...(partial ? ['some pods only'] : []),
  ...(doubt && verdict !== 'uncertain' ? ['perhaps more ports'] : []),
];

export const describeInside = (inside: InsideFlows): string =>
  join(
    inside.all ? 'All workloads reach each other' : `${formatCount(inside.flows.length, 'flow')} between its workloads`,
    inside,
  );

export const describeReach = (direction: 'from' | 'to', reach: Reach): string =>
  join(
    `${direction === 'to' ? 'Reaches' : 'Reached from'} ${formatCount(reach.workloads, 'workload')} in ${formatCount(reach.namespaces, 'namespace')}`,
    reach,
  );

const join = (what: string, many: ManyFlows): string =>
  `${what}${many.ports === null ? ', on differing ports' : ` on ${many.ports}`}: ${[verdictWords[many.verdict], ...listReservations(many)].join(', ')}`;
