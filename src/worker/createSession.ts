import {
  analyseInSteps,
  analyseManifests,
  completeAt,
  countLens,
  computeBlastRadius,
  computeDiff,
  explainCaret,
  explainFlows,
  explainPolicy,
  explainWorkloadFlow,
  findTargets,
  hoverAt,
  listFixes,
  type FieldHints,
  listHints,
  listLenses,
  listSymbols,
  matchFormSelector,
  planFormat,
  planFormEdit,
  readPolicyForm,
  isAsPlanned,
  proposeEdits,
  resolvePortOffers,
  toSnapshotRows,
  toChangesView,
  type Analysis,
  type EvaluatedProposals,
  type FilePath,
  type SnapshotRows,
  type SourceFile,
  type Steps,
} from '../engine/analysis.ts';
import { computeLayout } from '../layout/computeLayout.ts';
import { packLayout } from './layout/packLayout.ts';
import { createBaseline } from './createBaseline.ts';
import type { EngineRequestName, EngineRequests, Revision, WorkspaceChange } from './protocol.ts';
import { createSnapshotUpdate } from './snapshot/createSnapshotUpdate.ts';
import type { SnapshotUpdate } from './snapshot/SnapshotUpdate.ts';

type Question = Exclude<EngineRequestName, 'update'>;
type Answers = { readonly [N in Question]: (args: EngineRequests[N]['args']) => EngineRequests[N]['result'] };

export interface Session {
  /**
   * Notes a change of the text at once; the steps evaluate it. Steps that are dropped half-way leave everything but the text
   * as it was.
   */
  update(change: WorkspaceChange, about: { revision: Revision; base: Revision | null }): Steps<SnapshotUpdate>;
  /** Throws only on a defect; the caller reports it as the answer. */
  answer(name: Question, args: unknown): unknown;
}

/** One workspace's text and what is known of it; the worker holds one, tests hold their own. */
export function createSession(): Session {
  let files = new Map<FilePath, SourceFile>();
  let order: readonly FilePath[] = [];
  let assumeComplete = false;
  let analysis: Analysis = analyseManifests([]);
  /** What was made of the text, by revision: the last one, and those that the other end may still build on. */
  let made: readonly { readonly revision: Revision; readonly rows: SnapshotRows }[] = [];
  let baseline = createBaseline();
  let proposed: EvaluatedProposals['evaluated'] = [];

  const note = (change: WorkspaceChange): void => {
    if (change.fresh) {
      files = new Map();
      analysis = analyseManifests([]);
      baseline = createBaseline();
      proposed = [];
    }
    for (const path of change.removed) files.delete(path);
    for (const file of change.changed) files.set(file.path, file);
    order = change.order;
    assumeComplete = change.assumeComplete;
  };

  const listFiles = (): readonly SourceFile[] => order.flatMap((path) => files.get(path) ?? []);

  function* evaluate(revision: Revision, base: Revision | null): Steps<SnapshotUpdate> {
    const current = listFiles();
    const next = yield* analyseInSteps(current, { previous: analysis, assumeComplete, supposes: true });
    yield;
    yield* next.connectivity.flowColumnsInSteps();
    yield;
    const last = made.at(-1);
    const rows = toSnapshotRows(next, last && { input: analysis, rows: last.rows });
    const known = made.find((one) => one.revision === base) ?? null;
    analysis = next;
    baseline.offer(current, analysis);
    made = [...made.filter((one) => base !== null && one.revision >= base), { revision, rows }];
    return createSnapshotUpdate(rows, known);
  }

  const fieldHints: FieldHints = new WeakMap();
  const answers: Answers = {
    flowReasons: ({ pairs }) => explainFlows(analysis.connectivity, pairs),
    explainFlow: ({ from, to, port }) => explainWorkloadFlow(analysis.connectivity, from, to, { port }),
    explainPolicy: ({ policy }) => explainPolicy(analysis.connectivity, policy),
    blastRadius: ({ node, direction }) => computeBlastRadius(analysis.connectivity, node, direction),
    portOffers: ({ to }) => resolvePortOffers(analysis.cluster, to),
    propose: (intent) => {
      const found = proposeEdits(analysis, intent);
      proposed = found.evaluated;
      return found.proposals;
    },
    confirmProposal: ({ id }) => {
      const promised = proposed.find(({ proposal }) => proposal.id === id);
      return promised ? isAsPlanned(promised.after, analysis) : null;
    },
    policyForm: ({ policy }) => readPolicyForm(analysis.manifests, policy),
    planFormEdit: ({ policy, edit, ...options }) => planFormEdit(analysis.manifests, policy, edit, options),
    selectorMatches: (question) => matchFormSelector(analysis.connectivity, question),
    caretMeaning: ({ file, offset }) => explainCaret(analysis, file, offset),
    complete: ({ file, offset }) => completeAt(analysis, file, offset),
    hover: ({ file, offset }) => hoverAt(analysis, file, offset),
    targets: ({ file, offset }) => findTargets(analysis, file, offset),
    symbols: ({ file }) => listSymbols(analysis, file),
    hints: ({ file }) => listHints(analysis, file, fieldHints),
    fixes: ({ file, range }) => listFixes(analysis, file, range),
    lenses: ({ file }) => listLenses(analysis, file),
    lensCounts: (lens) => countLens(analysis, lens),
    format: ({ file, offset }) => planFormat(analysis, file, offset),
    changes: ({ originals }) => {
      const before = baseline.evaluate(listFiles(), originals, { assumeComplete });
      return toChangesView(computeDiff(before, analysis), before, analysis);
    },
    layout: (request) => packLayout(computeLayout(request)),
  };

  return {
    update: (change, { revision, base }) => {
      note(change);
      return evaluate(revision, base);
    },
    answer: (name, args) => (answers[name] as (args: unknown) => unknown)(args),
  };
}
