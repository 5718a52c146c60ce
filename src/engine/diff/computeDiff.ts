import { attributeFlows } from './attributeFlows.ts';
import { choosePrimary } from './choosePrimary.ts';
import { compareCauses } from './compareCauses.ts';
import { compareExternals } from './compareExternals.ts';
import type { DiffSide } from './DiffSide.ts';
import { findDnsLost } from './findDnsLost.ts';
import { findIsolationChanges } from './findIsolationChanges.ts';
import { listBlocks } from './listBlocks.ts';
import { traceDiff } from './traceDiff.ts';
import type { CauseEffects, ChangeKind, FlowBlock, FlowTransition, WorkspaceDiff } from './WorkspaceDiff.ts';

/**
 * What differs between two workspaces, and why: workloads are matched by id, external addresses by the addresses, policies
 * by id and compared by what they mean. Exact for the flows between workloads and external addresses, certain, partial
 * and uncertain ones told apart. `diff(a, a)` is empty, and `diff(b, a)` is `diff(a, b)` the other way round.
 */
export const computeDiff = (before: DiffSide, after: DiffSide): WorkspaceDiff => {
  const traced = traceDiff({ before, after });
  const { sides, policies, workloads, namespaces, matched, table, readers, flows, index, views, tracer } = traced;
  const { transitions } = table;
  const attribution = attributeFlows(flows, transitions, traced);
  const primary = choosePrimary(attribution, index.causes.length);

  const cannotMeetItself = (node: number): boolean =>
    matched.nodes[node]!.type === 'workload' &&
    !readers.before.canFlow(node, node) &&
    !readers.after.canFlow(node, node);
  const blocks = listBlocks(flows, attribution, primary, cannotMeetItself);
  const staying = matched.nodes.flatMap(({ type, before, after }, node) =>
    type === 'workload' && before !== -1 && after !== -1 ? node : [],
  );
  const isolation = findIsolationChanges(staying, matched, views, tracer, index);
  const dnsLost = findDnsLost({ sides, matched, readers, table }, flows, attribution, primary);

  const effects = index.causes.map((cause, position): CauseEffects => {
    const own = blocks.get(position) ?? [];
    return {
      cause,
      counts: countPairs(own, transitions),
      blocks: own,
      isolation: isolation.get(position) ?? [],
      dnsLost: dnsLost.get(position) ?? [],
    };
  });
  return {
    nodes: matched.nodes,
    flows,
    transitions,
    policies,
    workloads,
    namespaces,
    externals: compareExternals(sides),
    ...sortCauses(effects),
  };
};

const countPairs = (blocks: readonly FlowBlock[], transitions: readonly FlowTransition[]) => {
  const counts: Record<ChangeKind, number> = { added: 0, removed: 0, changed: 0 };
  for (const { transition, pairs } of blocks) counts[transitions[transition]!.kind] += pairs;
  return counts;
};

/** Sorts, leaves out an `unknown` that nothing hangs on, and points `also` at the new positions. */
const sortCauses = (effects: readonly CauseEffects[]): Pick<WorkspaceDiff, 'causes'> => {
  const order = effects
    .map((_, position) => position)
    .filter((position) => effects[position]!.cause.type !== 'unknown' || hasEffect(effects[position]!))
    .sort((a, b) => compareCauses(effects[a]!, effects[b]!) || a - b);
  const places = new Map(order.map((position, place) => [position, place]));
  return {
    causes: order.map((position) => {
      const { blocks, ...rest } = effects[position]!;
      const move = (block: FlowBlock): FlowBlock => ({
        ...block,
        also: block.also.flatMap((other) => places.get(other) ?? []).sort((a, b) => a - b),
      });
      return { ...rest, blocks: blocks.map(move) };
    }),
  };
};

/** Whether flows or isolation hang on a cause. */
export const hasEffect = ({ blocks, isolation, dnsLost }: CauseEffects): boolean =>
  blocks.length + isolation.length + dnsLost.length > 0;
