import {
  analyseManifests,
  explainCaret,
  explainFlows,
  explainWorkloadFlow,
  planAllowFlow,
  planRemoveFlow,
  previewPlan,
  resolvePortOffers,
  toWorkspaceSnapshot,
  type Analysis,
  type FilePath,
  type SourceFile,
} from '../engine/analysis.ts';
import { computeLayout } from '../layout/computeLayout.ts';
import type { EngineRequestName, EngineRequests, WorkspaceChange } from './protocol.ts';

/** `overtaken`: a newer text is already waiting, so that only the change must be noted and the answer will be dropped. */
export interface AnswerOptions {
  readonly overtaken: boolean;
}

type Answers = { readonly [N in EngineRequestName]: (args: EngineRequests[N]['args']) => EngineRequests[N]['result'] };

export interface Session {
  /** Throws only on a defect; the caller reports it as the answer. */
  answer(name: EngineRequestName, args: unknown, options: AnswerOptions): unknown;
}

/** One workspace's text and what is known of it; the worker holds one, tests hold their own. */
export function createSession(): Session {
  let files = new Map<FilePath, SourceFile>();
  let order: readonly FilePath[] = [];
  let analysis: Analysis = analyseManifests([]);

  const note = (change: WorkspaceChange): void => {
    if (change.fresh) {
      files = new Map();
      analysis = analyseManifests([]);
    }
    for (const path of change.removed) files.delete(path);
    for (const file of change.changed) files.set(file.path, file);
    order = change.order;
  };

  const answers: Answers = {
    update: () => {
      const current = order.flatMap((path) => files.get(path) ?? []);
      analysis = analyseManifests(current, { previous: analysis });
      return toWorkspaceSnapshot(analysis);
    },
    explainFlow: ({ from, to, port }) => explainWorkloadFlow(analysis.connectivity, from, to, port),
    flowReasons: ({ pairs }) => explainFlows(analysis.connectivity, pairs),
    portOffers: ({ to }) => resolvePortOffers(analysis.cluster, to),
    previewAllow: (args) => previewPlan(analysis, planAllowFlow(analysis, args), args),
    previewRemove: (args) => previewPlan(analysis, planRemoveFlow(analysis, args), args),
    caretMeaning: ({ file, offset }) => explainCaret(analysis, file, offset),
    layout: computeLayout,
  };

  return {
    answer(name, args, { overtaken }) {
      if (name === 'update') {
        note(args as WorkspaceChange);
        if (overtaken) return null;
      }
      return (answers[name] as (args: unknown) => unknown)(args);
    },
  };
}
