import { listFlowChanges } from './listFlowChanges.ts';
import type { PlanningBase } from './PlanningBase.ts';

/** Whether the workspace flows exactly as a plan said it would. */
export const isAsPlanned = (promised: PlanningBase, now: PlanningBase): boolean =>
  listFlowChanges(promised.connectivity, now.connectivity).length === 0;
