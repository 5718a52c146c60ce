/**
 * The heavy door of the engine: parsing, evaluation, planning. Only the worker and the command line may open it; the rest
 * asks through `EngineClient`.
 */
export * from './index.ts';
export { analyseManifests, type Analysis, type AnalysisOptions } from './analyseManifests.ts';
export { toWorkspaceSnapshot } from './report/toWorkspaceSnapshot.ts';
