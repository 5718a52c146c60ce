import { boundaryCase } from './cases/boundary.mjs';
import { differenceCase } from './cases/difference.mjs';
import { editCases } from './cases/edits.mjs';
import { evaluationCases } from './cases/evaluation.mjs';
import { importCases } from './cases/imports.mjs';
import { naiveCase } from './cases/naive.mjs';
import { planningCase } from './cases/planning.mjs';
import { reasonsCase } from './cases/reasons.mjs';
import { replicasCase } from './cases/replicas.mjs';

/** What is measured on Node, in the order of the table; each runs in a process of its own. */
export const engineCases = [
  ...evaluationCases,
  replicasCase,
  ...editCases,
  boundaryCase,
  reasonsCase,
  planningCase,
  differenceCase,
  ...importCases,
  naiveCase,
];
