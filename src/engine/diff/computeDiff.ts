import { attributeFlows } from './attributeFlows.ts';
import { choosePrimary } from './choosePrimary.ts';
import { compareCauses } from './compareCauses.ts';
import { compareExternals } from './compareExternals.ts';
import { compareFlows } from './compareFlows.ts';
import { compareNamespaces } from './compareNamespaces.ts';
import { comparePolicies } from './comparePolicies.ts';
import { compareWorkloads } from './compareWorkloads.ts';
import { createCauseIndex } from './createCauseIndex.ts';
import { createEndView } from './createEndView.ts';
import { createFlowReader } from './createFlowReader.ts';
import { createSetIds } from './createSetIds.ts';
import { createTransitionTable } from './createTransitionTable.ts';
import { mapSides, type DiffSide } from './DiffSide.ts';
import { findDnsLost } from './findDnsLost.ts';
import { findIsolationChanges } from './findIsolationChanges.ts';
import { listBlocks } from './listBlocks.ts';
import { matchNodes } from './matchNodes.ts';
import { createCauseTracer } from './traceCauses.ts';
import type { CauseEffects, ChangeKind, FlowBlock, FlowTransition, WorkspaceDiff } from './WorkspaceDiff.ts';

/**
 * What differs between two workspaces, and why: workloads are matched by id, external addresses by the addresses, policies
 * by id and compared by what they mean. Exact for the flows between workloads and external addresses, certain, partial
 * and uncertain ones told apart. `diff(a, a)` is empty, and `diff(b, a)` is `diff(a, b)` the other way round.
 */
export const computeDiff = (before: DiffSide, after: DiffSide): WorkspaceDiff => {
  const sides = { before, after };
  const policies = comparePolicies(sides);
  const workloads = compareWorkloads(sides);
  const namespaces = compareNamespaces(sides);
  const matched = matchNodes(sides);
  const table = createTransitionTable();
  const readers = mapSides(sides, (side, name) => createFlowReader(side, name, matched, table));
  const flows = compareFlows(matched, readers, table);
  const { transitions } = table;

  const index = createCauseIndex({ policies, workloads, namespaces });
  const setIds = createSetIds();
  const views = mapSides(sides, (side, name) => createEndView(side, name, matched, setIds));
  const tracer = createCauseTracer(views, (id) => index.ofPolicy(id) !== undefined, setIds);
  const attribution = attributeFlows(flows, transitions, { matched, views, tracer, index });
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
