import { formatEndState, formatNearMiss } from './formatReason.ts';
import type { NotAdmitting, ReportReason, VerdictReport } from './VerdictReport.ts';

/**
 * A verdict and its reasons in a few lines, the verdict first: for the terminal. `asked`: what the one who asked calls the
 * ends, since the id of an external endpoint may be far from the address that was meant.
 */
export function formatVerdict(
  report: VerdictReport,
  asked: { readonly from: string; readonly to: string } = report,
): string {
  const { protocol, port, verdict, pods } = report;
  const from = nameEnd(report.from, asked.from);
  const to = nameEnd(report.to, asked.to);
  const lines = [
    `${verdict}${pods === 'some' ? ' for some of their pods only' : ''}: ${from} → ${to} ${protocol}/${port}`,
    ...formatReason(report.egress, `out of ${nameEnd(report.egress.endpoint, asked.from)}`),
    ...formatReason(report.ingress, `into ${nameEnd(report.ingress.endpoint, asked.to)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const nameEnd = (id: string, asked: string): string =>
  id.startsWith('external:') && id !== asked ? `${asked} (in ${id})` : id;

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
