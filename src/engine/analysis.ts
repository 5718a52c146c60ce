/**
 * The heavy door of the engine: parsing, evaluation, planning. Only the worker and the command line may open it; the rest
 * asks through `EngineClient`.
 */
export * from './index.ts';
export { analyseInSteps, analyseManifests, type Analysis, type AnalysisOptions } from './analyseManifests.ts';
export { maxFileLength } from './manifest/readFile.ts';
export { toSnapshotRows } from './report/toSnapshotRows.ts';
export { computeDiff } from './diff/computeDiff.ts';
export type { DiffSide } from './diff/DiffSide.ts';
export { diffFormats } from './report/format/diffFormats.ts';
export { toChangesView } from './report/toChangesView.ts';
export type * from './report/DiffReport.ts';
export { toDiffReport } from './report/toDiffReport.ts';
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
export { explainPolicy } from './explain/explainPolicy.ts';
export { computeBlastRadius } from './explain/computeBlastRadius.ts';
export { explainCaret } from './explain/explainCaret.ts';
export { completeAt } from './assist/completeAt.ts';
export { findTargets } from './assist/findTargets.ts';
export { hoverAt } from './assist/hoverAt.ts';
export { listFixes } from './assist/listFixes.ts';
export { listHints, type FieldHints } from './assist/listHints.ts';
export { countLens, listLenses } from './assist/listLenses.ts';
export { listSymbols } from './assist/listSymbols.ts';
export { planFormat } from './assist/planFormat.ts';
export { proposeEdits, type EvaluatedProposals } from './synth/proposeEdits.ts';
export { isAsPlanned } from './synth/isAsPlanned.ts';
export { matchFormSelector } from './synth/form/matchFormSelector.ts';
export { planFormEdit } from './synth/form/planFormEdit.ts';
export { readPolicyForm } from './synth/form/readPolicyForm.ts';
