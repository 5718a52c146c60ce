import type { PortSet, Protocol } from '../net/PortSet.ts';

/** A port to allow; `port` null: every port of the protocol. `endPort` makes a range, inclusive. */
export interface PortChoice {
  readonly protocol: Protocol;
  readonly port: number | null;
  readonly endPort: number | null;
}

/** A workload-level flow before and after a plan: its certain ports, `ports` and `partial` together, and the uncertain ones. */
export interface FlowChange {
  readonly from: string;
  readonly to: string;
  readonly before: PortSet;
  readonly after: PortSet;
  /** Ports that some pair of pods may have; the import does not say enough. */
  readonly uncertainBefore: PortSet;
  readonly uncertainAfter: PortSet;
}
