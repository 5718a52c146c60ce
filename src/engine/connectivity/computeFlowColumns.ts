import { createPairCombiner } from './combinePairs.ts';
import type { Admissions } from './computeAdmissions.ts';
import { createFlowFinder } from './createFlowFinder.ts';
import type { NodeFlows } from './createFlowFinder.ts';
import { createFlowCollector } from './FlowColumns.ts';
import type { FlowColumns } from './FlowColumns.ts';
import type { FlowEndParts } from './listFlowEnds.ts';
import type { PodClass } from './PodClass.ts';

export interface FlowSources {
  readonly classes: readonly PodClass[];
  readonly admissions: Admissions;
  readonly ends: readonly FlowEndParts[];
  readonly externalCount: number;
  readonly assumesComplete: boolean;
}

/** All flows between workloads and with external endpoints that have at least one port, but for those open by default. */
export const computeFlowColumns = (sources: FlowSources): FlowColumns => {
  const { classes, admissions, ends, externalCount } = sources;
  const nodeCount = classes.length + externalCount;
  const endsOf = groupEnds(ends, nodeCount);
  const finder = createFlowFinder(admissions, classes, {
    externalCount,
    isAlive: (index) => endsOf.start[index] !== endsOf.start[index + 1],
  });
  const flowsFrom = createFlowCache(finder.flowsFrom, endsOf);
  const combine = createPairCombiner(sources, nodeCount);
  const openEgress = markOpen(sources, 'egress');
  const openIngress = markOpen(sources, 'ingress');
  const hostEnds = ends.flatMap(({ hasHostPods }, end) => (hasHostPods ? end : []));
  const isSimple = Uint8Array.from(ends, ({ parts, hasHostPods }) => (parts.length === 1 && !hasHostPods ? 1 : 0));

  const collector = createFlowCollector();
  const simple = { lower: new Uint32Array(ends.length), upper: new Uint32Array(ends.length) };
  const marked = new Int32Array(ends.length).fill(-1);
  const isSimplePair = new Uint8Array(ends.length);
  const targets = new Uint32Array(ends.length);
  let targetCount = 0;
  let needsCombining = false;

  const mark = (from: number, to: number): void => {
    if (marked[to] === from) return;
    marked[to] = from;
    isSimplePair[to] = 0;
    targets[targetCount] = to;
    targetCount += 1;
  };
  const collect = (from: number, found: NodeFlows): void => {
    for (let at = 0; at < found.length; at += 1) {
      const node = found.nodes[at]!;
      for (let next = endsOf.start[node]!; next < endsOf.start[node + 1]!; next += 1) {
        const to = endsOf.ends[next]!;
        mark(from, to);
        if (isSimple[from] === 0 || isSimple[to] === 0) {
          needsCombining = true;
          continue;
        }
        isSimplePair[to] = 1;
        simple.lower[to] = found.lower[at]!;
        simple.upper[to] = found.upper[at]!;
      }
    }
  };
  const emit = (from: number, to: number): void => {
    if (openEgress[from] === 1 && openIngress[to] === 1) return;
    if (from === to && !ends[from]!.meetsItself) return;
    if (isSimplePair[to] === 1) {
      const uncertain = admissions.ports.subtract(simple.upper[to]!, simple.lower[to]!);
      collector.add(from, to, simple.lower[to]!, 0, uncertain, 1);
      return;
    }
    const flow = combine.flow(ends[from]!, ends[to]!);
    if (flow !== null) collector.add(from, to, flow.ports, flow.partial, flow.uncertain, flow.byRule);
  };

  ends.forEach((source, from) => {
    const isExternal = from >= ends.length - externalCount;
    const last = isExternal ? ends.length - externalCount : ends.length;
    targetCount = 0;
    needsCombining = hostEnds.length > 0;
    const found =
      source.parts.length === 1
        ? [flowsFrom(source.parts[0]!.node)]
        : source.parts.map(({ node }) => copyFlows(flowsFrom(node)));
    for (const flows of found) collect(from, flows);
    // Where a pod's own node is a matter, pairs without any rule can have a flow.
    if (source.hasHostPods) for (let to = 0; to < last; to += 1) mark(from, to);
    else for (const to of hostEnds) mark(from, to);
    if (needsCombining) combine.prepare(found);
    const sorted = targets.subarray(0, targetCount).sort();
    for (let at = 0; at < targetCount && sorted[at]! < last; at += 1) emit(from, sorted[at]!);
  });
  return { ...collector.finish(), openEgress, openIngress, openCount: countOpen(sources, openEgress, openIngress) };
};

/** By node, the ends that have it as a part. */
const groupEnds = (ends: readonly FlowEndParts[], nodeCount: number) => {
  const start = new Uint32Array(nodeCount + 1);
  for (const { parts } of ends) for (const { node } of parts) start[node + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice();
  const list = new Uint32Array(start[nodeCount]!);
  ends.forEach(({ parts }, end) => {
    for (const { node } of parts) {
      list[next[node]!] = end;
      next[node]! += 1;
    }
  });
  return { start, ends: list };
};

const copyFlows = ({ length, nodes, lower, upper }: NodeFlows): NodeFlows => ({
  length,
  nodes: nodes.slice(0, length),
  lower: lower.slice(0, length),
  upper: upper.slice(0, length),
});

/** Keeps the flows of nodes that several ends have. */
const createFlowCache = (flowsFrom: (node: number) => NodeFlows, { start }: { readonly start: Uint32Array }) => {
  const known = new Map<number, NodeFlows>();
  return (node: number): NodeFlows => {
    const kept = known.get(node);
    if (kept !== undefined) return kept;
    const found = flowsFrom(node);
    if (start[node + 1]! - start[node]! < 2) return found;
    const copy = copyFlows(found);
    known.set(node, copy);
    return copy;
  };
};

const markOpen = ({ classes, admissions, ends }: FlowSources, direction: 'ingress' | 'egress'): Uint8Array =>
  Uint8Array.from(ends, ({ parts }) =>
    parts.every(({ node }) => node >= classes.length || admissions.isolationOf(direction, node) === 'open') ? 1 : 0,
  );

const countOpen = ({ ends, externalCount }: FlowSources, openEgress: Uint8Array, openIngress: Uint8Array): number => {
  const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);
  const alone = ends.filter(
    ({ meetsItself, parts }, end) =>
      parts.length > 0 &&
      !meetsItself &&
      end < ends.length - externalCount &&
      openEgress[end] === 1 &&
      openIngress[end] === 1,
  ).length;
  return count(openEgress) * count(openIngress) - externalCount * externalCount - alone;
};
