import type { CauseEffects } from './WorkspaceDiff.ts';

/** The most consequential first: what opens a workload, what takes its names away, then by how many flows change. */
export const compareCauses = (a: CauseEffects, b: CauseEffects): number =>
  countOpened(b) - countOpened(a) || b.dnsLost.length - a.dnsLost.length || countFlows(b) - countFlows(a);

const countOpened = ({ isolation }: CauseEffects): number => isolation.filter(({ kind }) => kind === 'opened').length;

const countFlows = ({ counts }: CauseEffects): number => counts.added + counts.removed + counts.changed;
