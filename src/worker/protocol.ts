import type {
  AliasChoice,
  BlastRadius,
  CaretMeaning,
  CompletionList,
  DocumentSymbol,
  ChangesView,
  FilePath,
  Fix,
  FlowExplanation,
  FlowPair,
  FlowReason,
  FormatResult,
  FormEdit,
  Hint,
  Hover,
  Intent,
  Lens,
  LensCounts,
  ObjectId,
  PlanResult,
  PolicyExplanation,
  PolicyForm,
  PortOffer,
  Proposals,
  Protocol,
  SelectorMatches,
  SelectorQuestion,
  SourceFile,
  Targets,
  TextRange,
  WorkspaceSnapshot,
} from '../engine/index.ts';
import type { LayoutRequest, LayoutResult } from '../layout/Layout.ts';
import type { PackedLayout } from './layout/packLayout.ts';
import type { SnapshotPiece } from './snapshot/SnapshotUpdate.ts';

export type { CaretMeaning, FlowChange, PortChoice, PortOffer } from '../engine/index.ts';
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
  /** The workspace's switch: what the import does not say is taken as absent, so that nothing is uncertain. */
  readonly assumeComplete: boolean;
}

/** A file as it was before all changes; null: it was not there. */
export interface OriginalFile {
  readonly path: FilePath;
  readonly text: string | null;
}

/** Question → answer, by name. Of an update only what differs crosses (`snapshot/`); the client puts it together. Adding one: a line here, one in `createSession.ts`, one function. */
export interface EngineRequests {
  update: { args: WorkspaceChange; result: WorkspaceSnapshot };
  explainFlow: {
    args: { from: NodeId; to: NodeId; port: { protocol: Protocol; port: number } | null };
    result: FlowExplanation | null;
  };
  flowReasons: { args: { pairs: readonly FlowPair[] }; result: readonly (FlowReason | null)[] };
  explainPolicy: { args: { policy: ObjectId }; result: PolicyExplanation | null };
  blastRadius: { args: { node: NodeId; direction: BlastRadius['direction'] }; result: BlastRadius | null };
  portOffers: { args: { to: NodeId }; result: readonly PortOffer[] };
  /** The ways to realise an intent, each with its text and its effect. */
  propose: { args: Intent; result: Proposals };
  /**
   * Whether the workspace now flows as the proposal of the last answer to `propose` said it would; null: no such proposal
   * is known any more. To be asked when the text is the proposal's.
   */
  confirmProposal: { args: { readonly id: string }; result: boolean | null };
  /** A policy as fields; null when there is no such NetworkPolicy. */
  policyForm: { args: { policy: ObjectId }; result: PolicyForm | null };
  /** One change of a field of a form of this shape (`formShape`) as a change of the text. */
  planFormEdit: {
    args: { policy: ObjectId; edit: FormEdit; shape: string; aliases?: AliasChoice };
    result: PlanResult;
  };
  selectorMatches: { args: SelectorQuestion; result: SelectorMatches };
  caretMeaning: { args: { file: FilePath; offset: number }; result: CaretMeaning };
  complete: { args: { file: FilePath; offset: number }; result: CompletionList | null };
  hover: { args: { file: FilePath; offset: number }; result: Hover | null };
  targets: { args: { file: FilePath; offset: number }; result: Targets | null };
  symbols: { args: { file: FilePath }; result: readonly DocumentSymbol[] };
  /** Of one file, or of all (null). */
  hints: { args: { file: FilePath | null }; result: readonly Hint[] };
  fixes: { args: { file: FilePath; range: TextRange }; result: readonly Fix[] };
  lenses: { args: { file: FilePath }; result: readonly Lens[] };
  lensCounts: { args: Pick<Lens, 'policy' | 'rule'>; result: LensCounts | null };
  format: { args: { file: FilePath; offset: number }; result: FormatResult };
  /** The workspace now against how it was imported; `originals`: files that differ from now, or are gone. */
  changes: { args: { originals: readonly OriginalFile[] }; result: ChangesView };
  layout: { args: LayoutRequest; result: PackedLayout };
}

export type EngineRequestName = keyof EngineRequests;

export interface RequestMessage {
  readonly id: number;
  readonly revision: Revision;
  readonly name: EngineRequestName;
  readonly args: unknown;
  /** Of an `update`: the revision of the snapshot that its answer is to build on; null: none is there. */
  readonly base: Revision | null;
}

/** The last message about a request has its result; an update's is a `SnapshotUpdate`, pieces of which may come ahead. */
export type ResponseMessage =
  | { readonly id: number; readonly revision: Revision; readonly ahead: readonly SnapshotPiece[] }
  | { readonly id: number; readonly revision: Revision; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly revision: Revision; readonly ok: false; readonly error: string };
