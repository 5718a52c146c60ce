import type { PortSet } from '../net/PortSet.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { PodsEnd, TargetEnd } from './resolveTarget.ts';

/** An end at which a flow is to be cut: what `subject` admits of `others` in `direction`, on `ports`. */
export interface DenyEnd {
  readonly direction: Direction;
  readonly subject: PodsEnd;
  readonly others: readonly TargetEnd[];
  readonly ports: PortSet;
}
