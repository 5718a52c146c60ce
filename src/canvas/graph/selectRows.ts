import { protocols, type PortSet } from '../../engine/index.ts';
import type { CanvasFilter, CanvasHidden } from '../../store/state.ts';
import { rowVerdict, type MapFlows } from './MapFlows.ts';
import { matchesLabels, parseLabels } from './labelFilter.ts';
import { noises } from './noise.ts';
import { parsePortRanges, type PortRange } from './portFilter.ts';
import { namespaceItem, type LeftOut } from './VisibleGraph.ts';

/** What the filter and what is hidden by hand leave of a snapshot. */
export interface RowSelection {
  /** Rows to draw, ascending. */
  readonly rows: Uint32Array;
  /** By node: whether it is drawn. Null: all are. */
  readonly shown: Uint8Array | null;
  /** By row: whether it is among `rows`. */
  readonly isShown: (row: number) => boolean;
  readonly leftOut: Omit<LeftOut, 'open'>;
}

/**
 * A filter names workloads (by namespace, kind, labels) and flows (by port, protocol, verdict, direction). Drawn are the flows it
 * names that begin or end at a workload it names, those workloads, and the neighbours at the other ends.
 */
export function selectRows(index: MapFlows, filter: CanvasFilter, hidden: CanvasHidden): RowSelection {
  const named = nameNodes(index, filter);
  const matches = createRowTest(index, filter);
  const isHidden = hideNodes(index, hidden);
  const noise = noises
    .filter(({ id }) => hidden.noise.includes(id))
    .map(({ id, find }) => ({ id, isNoise: find(index), count: 0 }));
  const { flows, workloads } = index.snapshot;
  const isFiltered = named !== null || matches !== null;
  const kept = new Uint8Array(flows.length);
  let filteredFlows = 0;
  let hiddenFlows = 0;
  let count = 0;
  for (const row of index.rows) {
    const from = flows.from[row]!;
    const to = flows.to[row]!;
    const into = filter.direction !== 'out' && (named === null || named[to] === 1);
    const out = filter.direction !== 'in' && (named === null || named[from] === 1);
    const isLoud = noise.find(({ isNoise }) => isNoise(row));
    if (!(into || out) || matches?.(row) === false) filteredFlows += 1;
    else if (isHidden !== null && (isHidden[from] === 1 || isHidden[to] === 1)) hiddenFlows += 1;
    else if (isLoud !== undefined) isLoud.count += 1;
    else {
      kept[row] = 1;
      count += 1;
    }
  }
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; row < kept.length; row += 1) if (kept[row] === 1) rows[at++] = row;
  const shown = isFiltered || isHidden !== null ? new Uint8Array(index.nodeCount) : null;
  let filteredNodes = 0;
  if (shown !== null) {
    for (let node = 0; node < index.nodeCount; node += 1) {
      shown[node] = matches === null && (named === null || named[node] === 1) ? 1 : 0;
    }
    for (const row of rows) shown[flows.from[row]!] = shown[flows.to[row]!] = 1;
    for (let node = 0; node < index.nodeCount; node += 1) {
      if (isHidden?.[node] === 1) shown[node] = 0;
      else if (node < workloads.length && shown[node] === 0) filteredNodes += 1;
    }
  }
  return {
    rows,
    shown,
    isShown: (row) => kept[row] === 1,
    leftOut: {
      filteredFlows,
      filteredNodes,
      hiddenFlows,
      omitted: flows.omitted,
      noise: Object.fromEntries(noise.map((entry) => [entry.id, entry.count])),
    },
  };
}

/** By node: 1 for those that the filter names; null when it names none in particular. */
function nameNodes({ snapshot, nodeCount }: MapFlows, filter: CanvasFilter): Uint8Array | null {
  const labels = parseLabels(filter.labels);
  const namespaces = new Set(filter.namespaces);
  const kinds = new Set(filter.kinds);
  if (labels.length === 0 && namespaces.size === 0 && kinds.size === 0) return null;
  const named = new Uint8Array(nodeCount);
  snapshot.workloads.forEach((workload, node) => {
    const isNamed =
      (namespaces.size === 0 || namespaces.has(workload.namespace)) &&
      (kinds.size === 0 || kinds.has(workload.kind)) &&
      matchesLabels(workload.labels, labels);
    named[node] = isNamed ? 1 : 0;
  });
  return named;
}

/** Whether a row is a flow that the filter names; null when it names none in particular. */
function createRowTest(
  { snapshot: { flows, portSets }, verdicts, words }: MapFlows,
  { ports, protocols: wanted, verdicts: allowed }: CanvasFilter,
): ((row: number) => boolean) | null {
  const ranges = parsePortRanges(ports);
  if (ranges.length === 0 && wanted.length === 0 && allowed.length === 0) return null;
  const fits = portSets.map((set) => hasPort(set, ranges, wanted));
  return (row) => {
    const sets = [flows.ports[row]!, flows.partial[row]!, flows.uncertain[row]!];
    if (!sets.some((set) => fits[set])) return false;
    if (allowed.length === 0) return true;
    const isUncertain = verdicts[row] === rowVerdict.uncertain;
    return (
      (allowed.includes('uncertain') && words[flows.uncertain[row]!] !== '') ||
      (allowed.includes('partial') && words[flows.partial[row]!] !== '') ||
      (allowed.includes('rule') && !isUncertain)
    );
  };
}

const hasPort = (set: PortSet, ranges: readonly PortRange[], wanted: CanvasFilter['protocols']): boolean =>
  protocols.some(
    (protocol) =>
      (wanted.length === 0 || wanted.includes(protocol)) &&
      set[protocol].some(
        ([first, last]) => ranges.length === 0 || ranges.some((range) => range.first <= last && first <= range.last),
      ),
  );

/** By node: 1 for what was hidden by hand, alone or with its namespace; null when nothing was. */
function hideNodes({ snapshot, nodeOf, nodeCount }: MapFlows, { nodes }: CanvasHidden): Uint8Array | null {
  if (nodes.length === 0) return null;
  const wanted = new Set(nodes);
  const isHidden = new Uint8Array(nodeCount);
  snapshot.workloads.forEach(({ id, namespace }, node) => {
    if (wanted.has(id) || wanted.has(namespaceItem(namespace))) isHidden[node] = 1;
  });
  for (const { id } of snapshot.externals) if (wanted.has(id)) isHidden[nodeOf.get(id)!] = 1;
  return isHidden;
}
