import { flowCode, pairVerdicts, protocols, type PortSet, type WorkspaceSnapshot } from '../../engine/index.ts';
import { listEndConditions, passesEnds } from './EndFilter.ts';
import { readPort, wantsOpen, type FlowFilter } from './FlowFilter.ts';

/** Rows of the flow table that pass, in the table's order. */
export function filterFlows(snapshot: WorkspaceSnapshot, filter: FlowFilter): Uint32Array {
  const { flows, portSets } = snapshot;
  const conditions = listEndConditions(snapshot, filter);
  const wantsPorts = filter.protocol !== null || readPort(filter) !== null;
  const hasPort = wantsPorts ? portSets.map((set) => holdsPort(set, filter)) : [];
  const passing = pairVerdicts.map((verdict) =>
    verdict === 'open' ? wantsOpen(filter) : filter.verdict === null || filter.verdict === verdict,
  );
  const rows = new Uint32Array(flows.length);
  let count = 0;
  for (let row = 0; row < flows.length; row += 1) {
    if (!passing[flowCode(flows, row)]) continue;
    if (wantsPorts && !hasPort[flows.ports[row]!] && !hasPort[flows.partial[row]!] && !hasPort[flows.uncertain[row]!]) {
      continue;
    }
    if (conditions.length > 0 && !passesEnds(conditions, flows.from[row]!, flows.to[row]!)) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.slice(0, count);
}

/** Whether the set has the port and protocol asked for, as far as they are. */
function holdsPort(set: PortSet, filter: FlowFilter): boolean {
  const port = readPort(filter);
  return protocols.some(
    (protocol) =>
      (filter.protocol === null || filter.protocol === protocol) &&
      set[protocol].some(([first, last]) => port === null || (first <= port && port <= last)),
  );
}
