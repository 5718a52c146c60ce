import type { Attribution } from './attributeFlows.ts';
import { dnsPort, listNameServers } from '../cluster/listNameServers.ts';
import { hasPort } from '../net/portAlgebra.ts';
import { eachReached, type FlowReader } from './createFlowReader.ts';
import type { StateId, TransitionTable } from './createTransitionTable.ts';
import { mapSides, sideNames, type DiffSide, type Sides } from './DiffSide.ts';
import type { MatchedNodes } from './matchNodes.ts';
import type { FlowChanges, FlowPorts } from './WorkspaceDiff.ts';

export interface DnsSources {
  readonly sides: Sides<DiffSide>;
  readonly matched: MatchedNodes;
  readonly readers: Sides<FlowReader>;
  readonly table: TransitionTable;
}

/**
 * By cause, the workloads on both sides (nodes) that could reach a name server before and can reach none any more. Where the
 * import has no name server (`cluster/listNameServers`), anything on UDP 53 may be one.
 */
export const findDnsLost = (
  { sides, matched, readers, table }: DnsSources,
  flows: FlowChanges,
  attribution: Attribution,
  primary: Uint32Array,
): ReadonlyMap<number, readonly number[]> => {
  const { nodes } = matched;
  const servers = listServers(sides, matched);
  const portsOf = (node: number): readonly number[] => (servers.size === 0 ? [dnsPort] : (servers.get(node) ?? []));
  const resolves = createStateTest(table);
  const canResolve = (reader: FlowReader, from: number): boolean => {
    let found = false;
    eachReached(reader, from, nodes.length, (to, state) => {
      found ||= to !== from && portsOf(to).some((port) => resolves(state, port));
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
      const ports = portsOf(flows.to[end]!);
      if (!ports.some((port) => answers(before, port)) || ports.some((port) => answers(after, port))) continue;
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

const answers = ({ ports, partial, uncertain }: FlowPorts, port: number): boolean =>
  [ports, partial, uncertain].some((set) => hasPort(set, 'UDP', port));

const createStateTest = ({ states }: TransitionTable) => {
  const known = new Map<number, Map<StateId, boolean>>();
  return (state: StateId, port: number): boolean => {
    const ofPort = known.get(port) ?? new Map<StateId, boolean>();
    known.set(port, ofPort);
    const answer = ofPort.get(state) ?? answers(states[state]!, port);
    ofPort.set(state, answer);
    return answer;
  };
};

/** The nodes that answer names on either side, with their ports. */
function listServers(sides: Sides<DiffSide>, { nodes, numbers }: MatchedNodes): ReadonlyMap<number, readonly number[]> {
  const known = mapSides(
    sides,
    ({ cluster }) => new Map(listNameServers(cluster).map(({ workload, ports }) => [workload.index, ports])),
  );
  const found = new Map<number, readonly number[]>();
  for (const [node, { type }] of nodes.entries()) {
    if (type !== 'workload') continue;
    const ports = new Set(sideNames.flatMap((side) => known[side].get(numbers[side][node]!) ?? []));
    if (ports.size > 0) found.set(node, [...ports]);
  }
  return found;
}
