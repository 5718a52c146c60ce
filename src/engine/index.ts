/**
 * The light door of the engine: types, small value functions and sentences, for every layer. Nothing here parses YAML or
 * evaluates; that is `analysis.ts`, which only the worker and the command line may open.
 */
export type * from './net/PortSet.ts';
export type * from './net/IpSet.ts';
export type * from './labels/LabelSelector.ts';
export type * from './manifest/SourceFile.ts';
export type * from './manifest/Problem.ts';
export type * from './manifest/KubernetesObject.ts';
export type * from './manifest/ManifestSet.ts';
export type * from './cluster/Cluster.ts';
export type * from './policy/PolicyRule.ts';
export type * from './connectivity/Connectivity.ts';
export type * from './explain/Explanation.ts';
export type * from './explain/CaretMeaning.ts';
export type { EndSummary, FlowPair, FlowReason } from './explain/explainFlows.ts';
export type * from './edits/EditPlan.ts';
export type * from './synth/PlanPreview.ts';
export type { PortOffer } from './cluster/resolvePortOffers.ts';
export type * from './WorkspaceSnapshot.ts';
export * from './FlowIndex.ts';
export { protocols } from './net/PortSet.ts';
export { toFilePath } from './manifest/SourceFile.ts';
export { createLineIndex, toLineColumn, type LineIndex } from './manifest/createLineIndex.ts';
export { findProfile, profiles, kubernetesProfile } from './policy/Profile.ts';
export type { Profile } from './policy/Profile.ts';
export { applyPlan } from './edits/applyPlan.ts';
export { isEmptyPortSet } from './net/portAlgebra.ts';
export { formatPortSet } from './net/formatPortSet.ts';
export { formatProblem } from './report/formatProblem.ts';
export { formatRefusal } from './report/formatRefusal.ts';
export { formatPlanWarning } from './report/formatPlanWarning.ts';
export { formatFlowReason } from './report/formatFlowReason.ts';
export { formatNearMiss } from './report/formatReason.ts';
