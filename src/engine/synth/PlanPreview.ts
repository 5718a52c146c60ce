import type { PlanResult } from '../edits/EditPlan.ts';
import type { SourceFile } from '../manifest/SourceFile.ts';
import type { PortSet, Protocol } from '../net/PortSet.ts';

/** A port to allow; `port` null: every port of the protocol. `endPort` makes a range, inclusive. */
export interface PortChoice {
  readonly protocol: Protocol;
  readonly port: number | null;
  readonly endPort: number | null;
}

/** The intent "allow `from` to reach `to`". Ends by id: `namespace/Kind/name` or `external:…`. */
export interface AllowFlowArgs {
  readonly from: string;
  readonly to: string;
  /** Empty: every port. */
  readonly ports: readonly PortChoice[];
}

/** The intent "`from` must not reach `to`". */
export interface RemoveFlowArgs {
  readonly from: string;
  readonly to: string;
  /**
   * Files as they were before edits (as imported). Where several texts say "no rules" alike, the way of the original is
   * taken up again, so that removing a flow that was just allowed gives back the same bytes.
   */
  readonly originals?: readonly SourceFile[];
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

/** What a plan would do: the new text is evaluated before anything is written. */
export interface PlanPreview {
  readonly result: PlanResult;
  /** Flows whose ports change, the intended one first. Empty when refused. */
  readonly changes: readonly FlowChange[];
}
