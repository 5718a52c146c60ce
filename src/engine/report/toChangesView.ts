import type { DiffSide } from '../diff/DiffSide.ts';
import type { CauseEffects, ChangeKind, WorkspaceDiff } from '../diff/WorkspaceDiff.ts';
import type { FileRange, TextRange } from '../manifest/SourceFile.ts';
import type { ChangedPair, ChangesCause, ChangesLine, ChangesTarget, ChangesView } from './ChangesView.ts';
import { createNodeNames, type NodeNames } from './createNodeNames.ts';
import { formatCause } from './formatCause.ts';
import { formatConsequences } from './formatConsequences.ts';
import { formatFlowPorts } from './formatTransition.ts';
import { listDiffLines, type DiffLine } from './listDiffLines.ts';

/** Pairs that the canvas is told of, of each kind. */
const maxPairs = 5000;
/** Lines of one cause, and pairs that are named for one line. */
const maxLines = 200;
const maxSample = 50;
/** Longer words do not fit an edge. */
const maxPortWords = 28;

/** The difference for the screen. `before` and `after` are what was compared. */
export function toChangesView(diff: WorkspaceDiff, before: DiffSide, after: DiffSide): ChangesView {
  const nameNodes = createNodeNames(diff.nodes);
  const toId = createIds(diff, after);
  const pairs = listPairs(diff, toId, { before, after });
  const flows = { added: 0, removed: 0, changed: 0 };
  for (const { counts } of diff.causes) {
    for (const kind of ['added', 'removed', 'changed'] as const) flows[kind] += counts[kind];
  }
  return {
    flows,
    causes: diff.causes.map((effects) => toCause(diff, effects, nameNodes, toId)),
    ...pairs,
    isIncomplete: diff.flows.omitted > 0 || diff.flows.notCompared.length > 0,
  };
}

/** Ids of the new side: addresses that only the comparison cuts are part of one of its external endpoints. */
const createIds = ({ nodes }: WorkspaceDiff, { connectivity }: DiffSide): ((node: number) => string) => {
  const ids = nodes.map((node) => (node.type === 'workload' ? node.id : connectivity.externals[node.after]!.id));
  return (node) => ids[node]!;
};

const listPairs = (
  { nodes, flows, transitions }: WorkspaceDiff,
  toId: (node: number) => string,
  sides: { readonly before: DiffSide; readonly after: DiffSide },
): Pick<ChangesView, 'added' | 'removed' | 'omittedPairs'> => {
  const found = { added: new Map<string, ChangedPair>(), removed: new Map<string, ChangedPair>() };
  const isOpen = (side: 'before' | 'after', from: number, to: number): boolean => {
    const { cluster, connectivity } = sides[side];
    const { openEgress, openIngress } = connectivity.flowColumns();
    const numberOf = (node: number): number =>
      nodes[node]!.type === 'workload' ? nodes[node]![side] : cluster.workloads.length + nodes[node]![side];
    return openEgress[numberOf(from)] === 1 && openIngress[numberOf(to)] === 1;
  };
  let omittedPairs = 0;
  for (let row = 0; row < flows.length; row += 1) {
    const { kind, before, after } = transitions[flows.transition[row]!]!;
    if (kind === 'changed') continue;
    if (found[kind].size >= maxPairs) {
      omittedPairs += 1;
      continue;
    }
    const [from, to] = [flows.from[row]!, flows.to[row]!];
    const words = formatFlowPorts(kind === 'added' ? after : before);
    found[kind].set(`${toId(from)} ${toId(to)}`, {
      from: toId(from),
      to: toId(to),
      ports: words.length > maxPortWords ? null : words,
      isOpen: isOpen(kind === 'added' ? 'after' : 'before', from, to),
    });
  }
  return { added: [...found.added.values()], removed: [...found.removed.values()], omittedPairs };
};

const toCause = (
  diff: WorkspaceDiff,
  effects: CauseEffects,
  nameNodes: NodeNames,
  toId: (node: number) => string,
): ChangesCause => {
  const { cause, counts, blocks } = effects;
  const text = formatCause(diff, cause);
  const lines = listDiffLines(diff, blocks, nameNodes);
  return {
    ...describe(diff, effects),
    text,
    flows: counts,
    consequences: formatConsequences(effects, nameNodes).map(({ type, text: words, nodes }) => ({
      type,
      text: words,
      workload: nodes.length === 1 ? toId(nodes[0]!) : null,
    })),
    lines: lines.slice(0, maxLines).map((line) => toLine(line, toId)),
    omittedLines: Math.max(0, lines.length - maxLines),
  };
};

const describe = (
  { policies, workloads, namespaces }: WorkspaceDiff,
  { cause }: CauseEffects,
): Pick<ChangesCause, 'key' | 'kind' | 'target' | 'at'> => {
  switch (cause.type) {
    case 'policy': {
      const { id, kind, at, after } = policies[cause.index]!;
      const target = after === 'evaluated' ? ({ type: 'policy', id } as const) : null;
      return { key: `policy ${id} ${after}`, kind, target, at: toPlace(at.after) };
    }
    case 'workloads': {
      const changes = cause.indexes.map((index) => workloads[index]!);
      const [{ id, kind, at }] = changes as [(typeof changes)[number]];
      const isOne = changes.length === 1;
      return { key: `workloads ${id}`, kind, ...toTarget('workload', id, kind, isOne), at: toPlace(at.after) };
    }
    case 'namespace': {
      const { name, kind, at } = namespaces[cause.index]!;
      return { key: `namespace ${name}`, kind, ...toTarget('namespace', name, kind, true), at: toPlace(at.after) };
    }
    case 'unknown':
      return { key: 'unknown', kind: 'changed', target: null, at: null };
  }
};

const toTarget = (
  type: 'workload' | 'namespace',
  id: string,
  kind: ChangeKind,
  isOne: boolean,
): { readonly target: ChangesTarget | null } => ({ target: kind === 'removed' || !isOne ? null : { type, id } });

const toPlace = (source: { readonly file: FileRange['file']; readonly range: TextRange } | null): FileRange | null =>
  source && { file: source.file, start: source.range.start, end: source.range.end };

const toLine = (
  { kind, from, to, isTwoWay, ports, pairs, fromNodes, toNodes }: DiffLine,
  toId: (node: number) => string,
): ChangesLine => {
  const sample = new Map<string, { from: string; to: string }>();
  const add = (source: number, target: number): void => {
    if (source === target || sample.size >= maxSample) return;
    sample.set(`${toId(source)} ${toId(target)}`, { from: toId(source), to: toId(target) });
  };
  for (const source of fromNodes.slice(0, maxSample)) {
    for (const target of toNodes.slice(0, maxSample)) {
      add(source, target);
      if (isTwoWay) add(target, source);
    }
  }
  const key = `${kind} ${from} ${isTwoWay ? '↔' : '→'} ${to} ${ports}`;
  // A workload's flow to itself is worth naming only when it is all there is.
  const self = sample.size === 0 ? [{ from: toId(fromNodes[0]!), to: toId(toNodes[0]!) }] : [];
  return { key, kind, from, to, isTwoWay, ports, pairs, sample: [...sample.values(), ...self] };
};
