import { count } from './sizes.mjs';

const formatFigure = (figure, unit) => {
  const digits = unit === '×' ? (figure < 10 ? 2 : 0) : figure < 10 ? 1 : 0;
  return `${unit === '×' ? count(Number(figure.toFixed(digits))) : figure.toFixed(digits)} ${unit}`;
};

const formatGoal = ({ most, least, unit }) => {
  if (most !== undefined) return `≤ ${count(most)} ${unit}`;
  return least === undefined ? '' : `≥ ${count(least)} ${unit}`;
};

export const isMet = ({ figure, most, least }) =>
  (most === undefined || figure <= most) && (least === undefined || figure >= least);

const formatMet = (row) => (formatGoal(row) === '' ? '' : isMet(row) ? 'yes' : '**no**');

/** Rows `{ what, figure, unit, most | least, note }` as a Markdown table. */
export const formatRows = (rows) =>
  [
    '| What | Figure | Goal | Met | |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.what} | ${formatFigure(row.figure, row.unit)} | ${formatGoal(row)} | ${formatMet(row)} | ${row.note ?? ''} |`,
    ),
  ].join('\n');

/** How evaluation grows from one size to the next. */
export function formatGrowth(growth) {
  if (growth.length < 2) return '';
  const columns = ['pods', 'workloads', 'policies', 'classes', 'rows', 'milliseconds', 'megabytes'];
  const factors = growth.slice(1).map((to, index) => {
    const from = growth[index];
    return `| ${from.size} → ${to.size} | ${columns.map((column) => `${(to[column] / from[column]).toFixed(1)} ×`).join(' | ')} | |`;
  });
  const absolute = growth.map(
    (one) =>
      `| ${one.size} | ${columns.map((column) => count(Math.round(one[column]))).join(' | ')} | ${count(Math.round(one.peakMegabytes))} |`,
  );
  return [
    '| Size | Pods | Workloads | Policies | Classes | Rows of flows | Evaluation, ms | Its memory, MB | Peak of the whole process, MB |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...absolute,
    ...factors,
  ].join('\n');
}
