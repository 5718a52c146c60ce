import type {
  CauseEffects,
  ChangeKind,
  DiffNode,
  FlowPorts,
  IsolationChange,
  PolicyChange,
  WorkspaceDiff,
} from '../diff/WorkspaceDiff.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { SourceFile } from '../manifest/SourceFile.ts';
import { formatIpRanges } from '../net/formatIpSet.ts';
import { isEmptyPortSet } from '../net/portAlgebra.ts';
import { toPortJson } from '../net/toPortJson.ts';
import { createNodeNames } from './createNodeNames.ts';
import type { ChangeCounts, DiffEndpoint, DiffReport, ReportCause, ReportFlowPorts } from './DiffReport.ts';
import { formatCause } from './formatCause.ts';
import { formatConsequences } from './formatConsequences.ts';
import { formatDiffLine, listDiffLines } from './listDiffLines.ts';
import { createPlaceFinder, toReportProblems, type PlaceFinder } from './toReportProblems.ts';

/** One side as it was read, for its problems and for places. */
export interface DiffReportSide {
  readonly problems: readonly Problem[];
  readonly files: readonly SourceFile[];
}

export interface DiffReportInput {
  readonly diff: WorkspaceDiff;
  readonly profile: string;
  readonly before: DiffReportSide;
  readonly after: DiffReportSide;
}

/** The difference, version 1 of the report. */
export function toDiffReport({ diff, profile, before, after }: DiffReportInput): DiffReport {
  const { nodes, transitions, causes } = diff;
  const findOld = createPlaceFinder(before.files);
  const findNew = createPlaceFinder(after.files);
  const findPlace = createPolicyPlaces(findOld, findNew);
  const nameNodes = createNodeNames(nodes);
  const idsOf = (list: readonly number[]): string[] => list.map((node) => nodes[node]!.id);
  const used = new Set(causes.flatMap(({ blocks }) => blocks.flatMap(({ from, to }) => [...from, ...to])));

  const toCause = (effects: CauseEffects): ReportCause => {
    const { cause, counts, blocks, isolation, dnsLost } = effects;
    const listIsolation = (kind: IsolationChange['kind']) =>
      isolation.filter((each) => each.kind === kind).map(({ node, direction }) => ({ id: nodes[node]!.id, direction }));
    return {
      type: cause.type,
      ids: listIds(diff, effects),
      text: formatCause(diff, cause),
      ...(cause.type === 'policy' ? findPlace(diff.policies[cause.index]!) : {}),
      flows: counts,
      consequences: formatConsequences(effects, nameNodes).map(({ text }) => text),
      opened: listIsolation('opened'),
      isolated: listIsolation('isolated'),
      isolationUncertain: listIsolation('uncertain'),
      dnsLost: idsOf(dnsLost),
      lines: listDiffLines(diff, blocks, nameNodes).map((line) => `${signs[line.kind]} ${formatDiffLine(line)}`),
    };
  };

  return {
    version: 1,
    profile,
    same: causes.length === 0,
    summary: {
      flows: sumCounts(causes.map(({ counts }) => counts)),
      policies: countKinds(diff.policies),
      workloads: countKinds(diff.workloads),
      namespaces: countKinds(diff.namespaces),
    },
    endpoints: nodes.filter((_, node) => used.has(node)).map(toEndpoint),
    policies: diff.policies.map((change) => ({
      id: change.id,
      change: change.kind,
      old: change.before,
      new: change.after,
      subject: change.subject,
      isolates: change.isolates,
      rules: change.rules,
      ...findPlace(change),
    })),
    workloads: diff.workloads.map(({ id, kind, facets }) => toEntity({ id }, kind, facets)),
    namespaces: diff.namespaces.map(({ name, kind, facets }) => toEntity({ name }, kind, facets)),
    externals: {
      added: diff.externals.added.map(({ ranges }) => ranges),
      removed: diff.externals.removed.map(({ ranges }) => ranges),
    },
    causes: causes.map(toCause),
    changes: causes.flatMap(({ blocks }, cause) =>
      blocks.map(({ from, to, transition, also }) => {
        const { kind, before: old, after: now } = transitions[transition]!;
        return {
          cause,
          ...(also.length > 0 ? { also } : {}),
          change: kind,
          from: idsOf(from),
          to: idsOf(to),
          old: toPorts(old),
          new: toPorts(now),
        };
      }),
    ),
    notCompared: { pairs: diff.flows.omitted, from: idsOf(diff.flows.notCompared) },
    problems: { old: toReportProblems(before.problems, findOld), new: toReportProblems(after.problems, findNew) },
  };
}

const signs: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '-', changed: '~' };

/** Of the new text, where it is there. */
const createPolicyPlaces =
  (findOld: PlaceFinder, findNew: PlaceFinder) =>
  ({ at }: PolicyChange): { file: string; line: number } => {
    const [origin, find] = at.after === null ? [at.before!, findOld] : [at.after, findNew];
    const { file, line } = find(origin.file, origin.range.start);
    return { file, line };
  };

const listIds = ({ policies, workloads, namespaces }: WorkspaceDiff, { cause }: CauseEffects): readonly string[] => {
  switch (cause.type) {
    case 'policy':
      return [policies[cause.index]!.id];
    case 'workloads':
      return cause.indexes.map((index) => workloads[index]!.id);
    case 'namespace':
      return [namespaces[cause.index]!.name];
    case 'unknown':
      return [];
  }
};

const toEndpoint = (node: DiffNode): DiffEndpoint => {
  if (node.type === 'external') return { id: node.id, kind: 'External', ranges: formatIpRanges(node.addresses) };
  const { id, kind, namespace, name, before, after } = node;
  return { id, kind, namespace, name, in: before === -1 ? 'new' : after === -1 ? 'old' : 'both' };
};

const toEntity = <Name, Facet>(name: Name, change: ChangeKind, facets: readonly Facet[]) => ({
  ...name,
  change,
  ...(facets.length > 0 ? { facets } : {}),
});

const toPorts = ({ ports, partial, uncertain }: FlowPorts): ReportFlowPorts => ({
  ports: toPortJson(ports),
  ...(isEmptyPortSet(partial) ? {} : { partial: toPortJson(partial) }),
  ...(isEmptyPortSet(uncertain) ? {} : { uncertain: toPortJson(uncertain) }),
});

const sumCounts = (list: readonly ChangeCounts[]): ChangeCounts =>
  list.reduce(
    (sum, { added, removed, changed }) => ({
      added: sum.added + added,
      removed: sum.removed + removed,
      changed: sum.changed + changed,
    }),
    { added: 0, removed: 0, changed: 0 },
  );

export const countKinds = (changes: readonly { readonly kind: ChangeKind }[]): ChangeCounts => {
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
};
