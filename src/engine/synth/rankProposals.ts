import type { Effect } from './Proposal.ts';
import type { EvaluatedProposal } from './proposeEdits.ts';

/** How much a plan does that nobody asked for: flows, and what breaks or opens with them. */
export const countCollateral = ({ counts, intended, consequences }: Effect): number =>
  counts.gained + counts.lost + counts.changed - intended + consequences.length;

/** The least collateral first, then the fewest characters; equal ones as planning preferred them. */
export const rankProposals = (proposals: readonly EvaluatedProposal[]): readonly EvaluatedProposal[] =>
  [...proposals].sort(
    ({ proposal: a }, { proposal: b }) => countCollateral(a.effect) - countCollateral(b.effect) || a.bytes - b.bytes,
  );
