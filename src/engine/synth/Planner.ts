import type { IntentOf, IntentType } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidates } from './Proposal.ts';

/** Planning, and what proves that a plan did it. */
export interface Planner<T extends IntentType> {
  readonly plan: (base: PlanningBase, intent: IntentOf<T>) => Candidates;
  /** Whether the intent is true of the new text; `maybe`: nothing is left that makes it false for certain. */
  readonly holds: (before: PlanningBase, after: PlanningBase, intent: IntentOf<T>) => boolean | 'maybe';
  /** `rank`: the least that was not asked for first, then the fewest characters; `given`: as planned. */
  readonly order: 'rank' | 'given';
}
