import type { FlowReport } from '../FlowReport.ts';
import { isLeftOut } from './isLeftOut.ts';

/** What the flows do not take into account, as `file:line: sentence`: a report of any format must say so. */
export const listNotEvaluated = (report: FlowReport): readonly string[] =>
  report.problems.filter(isLeftOut).map(({ file, line, message }) => `${file}:${line}: ${message}`);
