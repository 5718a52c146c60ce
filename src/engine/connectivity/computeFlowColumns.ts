import type { Steps } from '../manifest/Steps.ts';
import type { ExternalEndpoint } from './Connectivity.ts';
import type { ClassTable } from './createClassTable.ts';
import type { Admissions } from './computeAdmissions.ts';
import { createEndSet } from './createEndSet.ts';
import { createFlowFinder, createNodeFlows } from './createFlowFinder.ts';
import type { NodeFlows } from './createFlowFinder.ts';
import { fillFrom } from './fillFrom.ts';
import { createFlowCollector } from './createFlowCollector.ts';
import type { FlowColumns } from './FlowColumns.ts';
import { createNeighbourFinder } from './createNeighbourFinder.ts';
import { createPairCombiner } from './createPairCombiner.ts';
import type { FlowEndParts } from './listFlowEnds.ts';
import { countOpen, markOpen, markOpenNodes, markPartlyOpen } from './markOpenEnds.ts';
import { createFoundLookup } from './nodeLookups.ts';
import type { PodClass } from './PodClass.ts';

export interface FlowSources {
  readonly classes: readonly PodClass[];
  /** The table they are in, which later evaluations may add to. */
  readonly classTable: ClassTable;
  readonly admissions: Admissions;
  readonly ends: readonly FlowEndParts[];
  readonly externals: readonly ExternalEndpoint[];
  readonly externalCount: number;
  readonly hasHostPods: boolean;
  /** How many machines there are. */
  readonly placeCount: number;
  readonly assumesComplete: boolean;
}

/** Sources whose flows are found in one step: some 20 ms of work in the largest clusters. */
const sourcesPerStep = 256;

/** All flows between workloads and with external endpoints that have at least one port, but for those open by default. */
export function* computeFlowColumns(sources: FlowSources): Steps<FlowColumns> {
  const { classes, admissions, ends, externalCount } = sources;
  const { ports } = admissions;
  const nodeCount = classes.length + externalCount;
  const endsOf = groupEnds(ends, nodeCount);
  const finder = createFlowFinder(admissions, classes, {
    externalCount,
    isAlive: (index) => endsOf.start[index] !== endsOf.start[index + 1],
  });
  /** What the parts of the source at hand have, in their order. */
  const slots: NodeFlows[] = [createNodeFlows(nodeCount)];
  const open = markOpenNodes(sources);
  const combine = createPairCombiner(sources, createFoundLookup(slots), open);
  const openEgress = markOpen(sources, open.egress);
  const openIngress = markOpen(sources, open.ingress);
  const partlyOpenEgress = markPartlyOpen(sources, open.egress);
  const partlyOpenIngress = markPartlyOpen(sources, open.ingress);
  const partlyOpenEnds = listMarked(ends.map((_, end) => partlyOpenIngress[end] === 1));
  const anyOpenEnds = listMarked(ends.map((_, end) => openIngress[end] === 1 || partlyOpenIngress[end] === 1));
  const visitNeighbours = createNeighbourFinder(ends, sources.placeCount, sources);
  /** By end, its only node; -1 where it has several, or none. */
  const nodeOf = fillFrom(new Int32Array(ends.length), ends, ({ parts }) => (parts.length === 1 ? parts[0]!.node : -1));
  const collector = createFlowCollector(ends.length);
  const targets = createEndSet(ends.length);
  /** By target, the source (+ 1) whose machine may be the target's, and the source (+ 1) with which it is known to share one. */
  const isNear = new Uint32Array(ends.length);
  const isMet = new Uint32Array(ends.length);

  const findTargets = (source: FlowEndParts): void => {
    source.parts.forEach(({ node }, part) => {
      const slot = (slots[part] ??= createNodeFlows(nodeCount));
      finder.findFrom(node, slot);
      for (let at = 0; at < slot.length; at += 1) {
        const found = slot.nodes[at]!;
        for (let next = endsOf.start[found]!; next < endsOf.start[found + 1]!; next += 1) {
          targets.add(endsOf.ends[next]!);
        }
      }
    });
  };
  const emit = (from: number, to: number): void => {
    if (openEgress[from] === 1 && openIngress[to] === 1) return;
    if (from === to && !ends[from]!.meetsItself) return;
    const node = nodeOf[to]!;
    if (node === -1 || nodeOf[from] === -1 || isNear[to] === from + 1) {
      const flow = combine(ends[from]!, ends[to]!, isMet[to] === from + 1);
      if (flow !== null) collector.add(from, to, flow.ports, flow.partial, flow.uncertain, flow.byRule);
      return;
    }
    const lower = slots[0]!.lower[node]!;
    const upper = slots[0]!.upper[node]!;
    collector.add(from, to, lower, 0, ports.subtract(upper, lower), 1);
  };

  const findFrom = (source: FlowEndParts, from: number): void => {
    const isExternal = from >= ends.length - externalCount;
    findTargets(source);
    // Where a pod's own node is a matter, pairs without any rule can have a flow.
    visitNeighbours(from, (to, shares) => {
      targets.add(to);
      isNear[to] = from + 1;
      if (shares) isMet[to] = from + 1;
    });
    // Pods that are open at both ends have no rule to be found by; where others of their workload are isolated, the pair of
    // workloads is not open by default either.
    const alsoOpen = partlyOpenEgress[from] === 1 ? anyOpenEnds : openEgress[from] === 1 ? partlyOpenEnds : [];
    for (const to of alsoOpen) targets.add(to);
    targets.drain(isExternal ? ends.length - externalCount : ends.length, (to) => emit(from, to));
  };
  for (let from = 0; from < ends.length; from += 1) {
    findFrom(ends[from]!, from);
    if (from % sourcesPerStep === sourcesPerStep - 1) yield;
  }
  return { ...collector.finish(), openEgress, openIngress, openCount: countOpen(sources, openEgress, openIngress) };
}

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

const listMarked = (marks: readonly boolean[]): readonly number[] => marks.flatMap((mark, at) => (mark ? at : []));
