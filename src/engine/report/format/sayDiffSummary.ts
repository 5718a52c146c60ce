import type { ChangeCounts, DiffReport } from '../DiffReport.ts';
import { formatFlowCounts } from '../formatFlowCounts.ts';
import { isLeftOut } from './isLeftOut.ts';

/** What differs, in one line: flows first, then what they follow from. */
export const sayDiffSummary = ({ summary, same }: DiffReport): string => {
  if (same) return 'Nothing differs: the same policies, workloads and namespaces, and the same flows.';
  const things = [
    sayThings(summary.policies, 'policy', 'policies'),
    sayThings(summary.workloads, 'workload', 'workloads'),
    sayThings(summary.namespaces, 'namespace', 'namespaces'),
  ].filter((text) => text !== null);
  return `${[formatFlowCounts(summary.flows) ?? 'No flow changes', ...things].join('; ')}.`;
};

/** `policies: 1 new, 2 changed`. */
const sayThings = ({ added, removed, changed }: ChangeCounts, one: string, many: string): string | null => {
  const parts = [
    ...(added > 0 ? [`${added} new`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
  ];
  return parts.length === 0 ? null : `${added + removed + changed === 1 ? one : many}: ${parts.join(', ')}`;
};

/** What the comparison left out, one sentence each. */
export const sayNotCompared = ({ notCompared, problems }: DiffReport): readonly string[] => [
  ...(notCompared.pairs > 0 ? [`${notCompared.pairs} more pairs change and are not listed: there are too many.`] : []),
  ...(notCompared.from.length > 0
    ? [`The flows from ${notCompared.from.length} workloads and external ranges are not compared: there are too many.`]
    : []),
  ...listNotEvaluated(problems),
];

/** What both sides say alike is said once, of the new one. */
const listNotEvaluated = ({ old, new: now }: DiffReport['problems']): readonly string[] => {
  const said = new Set(now.map(({ message }) => message));
  return [...now, ...old.filter(({ message }) => !said.has(message))]
    .filter(isLeftOut)
    .map(({ file, line, message }) => `${file}:${line}: ${message}`);
};
