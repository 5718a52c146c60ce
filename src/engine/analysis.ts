/**
 * The heavy door of the engine: parsing, evaluation, planning. Only the worker and the command line may open it; the rest
 * asks through `EngineClient`.
 */
export * from './index.ts';
export { analyseManifests, type Analysis, type AnalysisOptions } from './analyseManifests.ts';
export { maxFileLength } from './manifest/readFile.ts';
export { toWorkspaceSnapshot } from './report/toWorkspaceSnapshot.ts';
export { flowFormats } from './report/format/flowFormats.ts';
export type * from './report/FlowReport.ts';
export { toFlowReport } from './report/toFlowReport.ts';
export { createPlaceFinder, toReportProblems } from './report/toReportProblems.ts';
export { formatVerdict } from './report/formatVerdict.ts';
export { toVerdictReport } from './report/toVerdictReport.ts';
export type * from './report/VerdictReport.ts';
export { findEndpoints } from './connectivity/findEndpoints.ts';
export { resolvePortOffers } from './cluster/resolvePortOffers.ts';
export { explainWorkloadFlow } from './explain/explainWorkloadFlow.ts';
export { explainFlows } from './explain/explainFlows.ts';
export { explainCaret } from './explain/explainCaret.ts';
export { planAllowFlow } from './synth/planAllowFlow.ts';
export { planRemoveFlow } from './synth/planRemoveFlow.ts';
export { previewPlan } from './synth/previewPlan.ts';
