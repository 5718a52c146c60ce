import type { Pod } from '../cluster/Cluster.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { PortChoice } from './FlowChange.ts';
import type { PodsEnd, TargetEnd } from './resolveTarget.ts';

/** An end that is isolated and does not admit all that was asked for. */
export interface NeededEnd {
  readonly direction: Direction;
  readonly subject: PodsEnd;
  /** Those of its pods that are isolated. */
  readonly isolated: readonly Pod[];
  /** The other ends that it does not admit enough of; at least one. */
  readonly others: readonly TargetEnd[];
  /** The pods that the connection goes to, by which named ports are resolved; empty outside the cluster. */
  readonly destinations: readonly Pod[];
  /** The ports to write; empty: every port. */
  readonly ports: readonly PortChoice[];
}
