import type { Effect } from './Proposal.ts';
import type { EvaluatedProposal } from './proposeEdits.ts';

/** How much a plan does that nobody asked for: flows, and what breaks or opens with them. */
export const countCollateral = ({ counts, intended, consequences }: Omit<Effect, 'isCertain'>): number =>
  counts.gained + counts.lost + counts.changed - intended + consequences.length;

/** What is certain first, then the least collateral, then what leaves shared text alone, then the narrowest, then the fewest characters; equal ones as planned. */
export const rankProposals = (proposals: readonly EvaluatedProposal[]): readonly EvaluatedProposal[] =>
  [...proposals].sort(
    (a, b) =>
      Number(b.proposal.effect.isCertain) - Number(a.proposal.effect.isCertain) ||
      countCollateral(a.proposal.effect) - countCollateral(b.proposal.effect) ||
      Number(a.proposal.plan.shared !== undefined) - Number(b.proposal.plan.shared !== undefined) ||
      a.breadth - b.breadth ||
      a.proposal.bytes - b.proposal.bytes,
  );
