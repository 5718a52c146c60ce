import type { FlowReport } from '../FlowReport.ts';

/** What the flows do not take into account, as `file:line: sentence`: a report of any format must say so. */
export const listNotEvaluated = (report: FlowReport): readonly string[] =>
  report.problems
    .filter(({ code }) => code === 'POLICY_NOT_EVALUATED')
    .map(({ file, line, message }) => `${file}:${line}: ${message}`);
