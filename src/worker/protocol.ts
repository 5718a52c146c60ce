import type {
  AllowFlowArgs,
  CaretMeaning,
  FilePath,
  FlowExplanation,
  FlowPair,
  FlowReason,
  PlanPreview,
  PortOffer,
  Protocol,
  RemoveFlowArgs,
  SourceFile,
  WorkspaceSnapshot,
} from '../engine/index.ts';
import type { LayoutRequest, LayoutResult } from '../layout/Layout.ts';

export type { AllowFlowArgs, CaretMeaning, FlowChange, PlanPreview, PortChoice, PortOffer } from '../engine/index.ts';
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

/** Question → answer, by name. Adding one: a line here, one in `createSession.ts`, one function. */
export interface EngineRequests {
  update: { args: WorkspaceChange; result: WorkspaceSnapshot };
  explainFlow: {
    args: { from: NodeId; to: NodeId; port: { protocol: Protocol; port: number } | null };
    result: FlowExplanation | null;
  };
  flowReasons: { args: { pairs: readonly FlowPair[] }; result: readonly (FlowReason | null)[] };
  portOffers: { args: { to: NodeId }; result: readonly PortOffer[] };
  previewAllow: { args: AllowFlowArgs; result: PlanPreview };
  previewRemove: { args: RemoveFlowArgs; result: PlanPreview };
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
