import { compareFlows } from './compareFlows.ts';
import { compareNamespaces } from './compareNamespaces.ts';
import { comparePolicies } from './comparePolicies.ts';
import { compareWorkloads } from './compareWorkloads.ts';
import { createCauseIndex } from './createCauseIndex.ts';
import { createEndView } from './createEndView.ts';
import { createFlowReader } from './createFlowReader.ts';
import { createSetIds } from './createSetIds.ts';
import { createTransitionTable } from './createTransitionTable.ts';
import { mapSides, type DiffSide, type Sides } from './DiffSide.ts';
import { matchNodes } from './matchNodes.ts';
import { createCauseTracer } from './traceCauses.ts';

/** Everything that differs, side by side, and what is needed to say why: the first half of `computeDiff`. */
export const traceDiff = (sides: Sides<DiffSide>) => {
  const policies = comparePolicies(sides);
  const workloads = compareWorkloads(sides);
  const namespaces = compareNamespaces(sides);
  const matched = matchNodes(sides);
  const table = createTransitionTable();
  const readers = mapSides(sides, (side, name) => createFlowReader(side, name, matched, table));
  const flows = compareFlows(matched, readers, table);
  const index = createCauseIndex({ policies, workloads, namespaces });
  const setIds = createSetIds();
  const views = mapSides(sides, (side, name) => createEndView(side, name, matched, setIds));
  const tracer = createCauseTracer(views, (id) => index.ofPolicy(id) !== undefined, setIds);
  return { sides, policies, workloads, namespaces, matched, table, readers, flows, index, views, tracer };
};
