import type { Pod } from '../cluster/Cluster.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { PortChoice } from './PlanPreview.ts';
import type { IntentEnd } from './PlanningBase.ts';

/** An end that is isolated and does not admit all that was asked for. */
export interface NeededEnd {
  readonly direction: Direction;
  readonly subject: Extract<IntentEnd, { type: 'workload' }>;
  /** Those of its pods that are isolated. */
  readonly isolated: readonly Pod[];
  readonly other: IntentEnd;
  /** The pods that the connection goes to, by which named ports are resolved; empty outside the cluster. */
  readonly destinations: readonly Pod[];
  /** The ports to write; empty: every port. */
  readonly ports: readonly PortChoice[];
}
