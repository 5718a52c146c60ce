import type { PlanWarning } from '../edits/EditPlan.ts';
import type { EndPlan } from './EndPlan.ts';
import type { Way } from './Proposal.ts';

/** One way to give an end what it needs, and what it takes in besides. */
export interface EndOption {
  readonly ends: readonly EndPlan[];
  readonly way: Way;
  /** See `Candidate`. */
  readonly breadth: number;
  readonly warnings: readonly PlanWarning[];
}
