import type { DiffReport } from '../DiffReport.ts';
import type { DiffFormat } from './DiffFormat.ts';
import { formatJsonLines } from './formatJsonLines.ts';

/** For programs: the report itself; a line for each item of a list keeps a large one short. */
export const diffJsonFormat: DiffFormat = { name: 'json', format: formatDiffJson };

function formatDiffJson(report: DiffReport): string {
  return formatJsonLines(Object.entries(report));
}
