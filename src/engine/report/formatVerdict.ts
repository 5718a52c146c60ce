import { formatEndState, formatNearMiss } from './formatReason.ts';
import type { NotAdmitting, ReportReason, VerdictReport } from './VerdictReport.ts';

/** A verdict and its reasons in a few lines, the verdict first: for the terminal. */
export function formatVerdict(report: VerdictReport): string {
  const { from, to, protocol, port, verdict, pods } = report;
  const lines = [
    `${verdict}${pods === 'some' ? ' for some of their pods only' : ''}: ${from} → ${to} ${protocol}/${port}`,
    ...formatReason(report.egress, `out of ${report.egress.endpoint}`),
    ...formatReason(report.ingress, `into ${report.ingress.endpoint}`),
  ];
  return `${lines.join('\n')}\n`;
}

function formatReason(reason: ReportReason, title: string): readonly string[] {
  const heading = `  ${title}: ${reason.admits ? 'allowed' : 'denied'}, ${formatEndState(reason.state, reason)}`;
  const isolating = reason.isolatedBy.map(({ policy, file, line }) => `    isolated by ${policy} (${file}:${line})`);
  const admitting = reason.admittedBy.map(
    ({ policy, rule, file, line }) => `    allowed by ${policy} ${rule} (${file}:${line})`,
  );
  const missing = reason.admits ? [] : reason.notAdmittedBy.map(describeMiss);
  return [heading, ...isolating, ...admitting, ...missing];
}

const describeMiss = ({ policy, rule, because, file, line }: NotAdmitting): string =>
  `    ${policy}${rule === null ? '' : ` ${rule}`} ${formatNearMiss(because)}${file === null ? '' : ` (${file}:${line})`}`;
