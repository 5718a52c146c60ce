import type {
  FilePath,
  FlowExplanation,
  PlanResult,
  PortSet,
  Protocol,
  SourceFile,
  WorkspaceSnapshot,
} from '../engine/index.ts';
import type { LayoutRequest, LayoutResult } from '../layout/Layout.ts';

export type { LayoutRequest, LayoutResult };

/** Counts up with every change of a workspace's text; an answer for an older one is dropped by the client. */
export type Revision = number;

/** Nodes are named by id: `namespace/Kind/name` of a workload, `external:…`, or a pod's id. */
export type NodeId = string;

/** A change of the text: files that are new or different, and files that are gone. */
export interface WorkspaceChange {
  readonly changed: readonly SourceFile[];
  readonly removed: readonly FilePath[];
  /** The order of all files after the change. */
  readonly order: readonly FilePath[];
  /** Forget everything of the workspace before (another workspace was opened). */
  readonly fresh: boolean;
}

/** A port that can be asked for on a target: the container's, never the Service's. */
export interface PortOffer {
  readonly protocol: Protocol;
  readonly port: number;
  readonly name: string | null;
  /** Services in front of it whose targetPort is this one: `api:80`. */
  readonly services: readonly string[];
}

export interface PortChoice {
  readonly protocol: Protocol;
  /** null: every port of the protocol. */
  readonly port: number | null;
  readonly endPort: number | null;
}

export interface AllowFlowArgs {
  readonly from: NodeId;
  readonly to: NodeId;
  /** Empty: every port. */
  readonly ports: readonly PortChoice[];
}

export interface FlowChange {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly before: PortSet;
  readonly after: PortSet;
}

/** What a plan would do: the new text is evaluated in the worker before anything is written. */
export interface PlanPreview {
  readonly result: PlanResult;
  /** Flows whose ports change, the intended one first. Empty when refused. */
  readonly changes: readonly FlowChange[];
}

/** What the caret stands in, for highlighting on the canvas. */
export interface CaretMeaning {
  readonly policy: string | null;
  readonly rule: { readonly direction: 'ingress' | 'egress'; readonly index: number } | null;
  /** Workloads the policy selects. */
  readonly selects: readonly NodeId[];
  /** Flows that the policy (or the rule the caret is in) admits. */
  readonly allows: readonly { readonly from: NodeId; readonly to: NodeId }[];
  /** When the caret stands in a workload, Namespace or Service instead. */
  readonly object: string | null;
}

/** Question → answer, by name. Adding one: a line here, one in `engine.worker.ts`, one function. */
export interface EngineRequests {
  update: { args: WorkspaceChange; result: WorkspaceSnapshot };
  explainFlow: {
    args: { from: NodeId; to: NodeId; port: { protocol: Protocol; port: number } | null };
    result: FlowExplanation | null;
  };
  portOffers: { args: { to: NodeId }; result: readonly PortOffer[] };
  previewAllow: { args: AllowFlowArgs; result: PlanPreview };
  previewRemove: { args: { from: NodeId; to: NodeId }; result: PlanPreview };
  caretMeaning: { args: { file: FilePath; offset: number }; result: CaretMeaning };
  layout: { args: LayoutRequest; result: LayoutResult };
}

export type EngineRequestName = keyof EngineRequests;

export interface RequestMessage {
  readonly id: number;
  readonly revision: Revision;
  readonly name: EngineRequestName;
  readonly args: unknown;
}

export type ResponseMessage =
  | { readonly id: number; readonly revision: Revision; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly revision: Revision; readonly ok: false; readonly error: string };
