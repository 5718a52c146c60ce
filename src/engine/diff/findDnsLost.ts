import type { Attribution } from './attributeFlows.ts';
import { hasPort } from '../net/portAlgebra.ts';
import { eachReached, type FlowReader } from './createFlowReader.ts';
import type { StateId, TransitionTable } from './createTransitionTable.ts';
import { sideNames, type DiffSide, type Sides } from './DiffSide.ts';
import type { MatchedNodes } from './matchNodes.ts';
import type { FlowChanges, FlowPorts } from './WorkspaceDiff.ts';

export interface DnsSources {
  readonly sides: Sides<DiffSide>;
  readonly matched: MatchedNodes;
  readonly readers: Sides<FlowReader>;
  readonly table: TransitionTable;
}

/**
 * By cause, the workloads on both sides (nodes) that could reach a name server before and can reach none any more. Name
 * servers are the workloads with a container port UDP 53; where the import has none, anything on UDP 53 may be one.
 */
export const findDnsLost = (
  { sides, matched, readers, table }: DnsSources,
  flows: FlowChanges,
  attribution: Attribution,
  primary: Uint32Array,
): ReadonlyMap<number, readonly number[]> => {
  const { nodes } = matched;
  const servers = new Set(nodes.flatMap((_, node) => (isNameServer(sides, matched, node) ? node : [])));
  const serves = (node: number): boolean => servers.size === 0 || servers.has(node);
  const resolves = createStateTest(table);
  const canResolve = (reader: FlowReader, from: number): boolean => {
    let found = false;
    eachReached(reader, from, nodes.length, (to, state) => {
      found ||= to !== from && serves(to) && resolves(state);
    });
    return found;
  };

  const lost = new Map<number, number[]>();
  for (let start = 0; start < flows.length;) {
    const from = flows.from[start]!;
    const causes = new Map<number, number>();
    let end = start;
    for (; end < flows.length && flows.from[end] === from; end += 1) {
      const { before, after } = table.transitions[flows.transition[end]!]!;
      if (!serves(flows.to[end]!) || !hasDns(before) || hasDns(after)) continue;
      const cause = primary[attribution.setOf[end]!]!;
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
    }
    start = end;
    const { before, after, type } = nodes[from]!;
    const stays = type === 'workload' && before !== -1 && after !== -1;
    if (!stays || causes.size === 0 || canResolve(readers.after, from) || !canResolve(readers.before, from)) continue;
    const [[main] = [0]] = [...causes].sort(([a, m], [b, n]) => n - m || a - b);
    lost.set(main, [...(lost.get(main) ?? []), from]);
  }
  return lost;
};

const hasDns = ({ ports, partial, uncertain }: FlowPorts): boolean =>
  [ports, partial, uncertain].some((set) => hasPort(set, 'UDP', 53));

const createStateTest = ({ states }: TransitionTable) => {
  const known = new Map<StateId, boolean>();
  return (state: StateId): boolean => {
    const answer = known.get(state) ?? hasDns(states[state]!);
    known.set(state, answer);
    return answer;
  };
};

const isNameServer = (sides: Sides<DiffSide>, { nodes, numbers }: MatchedNodes, node: number): boolean =>
  nodes[node]!.type === 'workload' &&
  sideNames.some((side) =>
    sides[side].cluster.workloads[numbers[side][node]!]?.ports.some(
      ({ port, protocol }) => protocol === 'UDP' && port === 53,
    ),
  );
