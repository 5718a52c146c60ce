import type { FlowReport } from '../FlowReport.ts';
import type { PortJson } from '../../net/toPortJson.ts';
import type { FlowFormat } from './FlowFormat.ts';
import { listNotEvaluated } from './listNotEvaluated.ts';

/**
 * For spreadsheets (RFC 4180): a row per flow, protocol and interval of ports; `pods` is `all` or `some`, or
 * `uncertain` where the manifests do not say enough. What was not
 * evaluated stands in lines that start with `#` at the end.
 */
export const csvFormat: FlowFormat = { name: 'csv', format: formatCsv };

const header = ['from', 'to', 'protocol', 'first_port', 'last_port', 'pods'];

function formatCsv(report: FlowReport): string {
  const rows = report.flows.flatMap(({ from, to, ports, partial, uncertain }) =>
    [
      ...listIntervals(ports).map((interval) => [from, to, ...interval, 'all']),
      ...listIntervals(partial ?? {}).map((interval) => [from, to, ...interval, 'some']),
      ...listIntervals(uncertain ?? {}).map((interval) => [from, to, ...interval, 'uncertain']),
    ].map((row) => row.map(formatCell).join(',')),
  );
  const remarks = listNotEvaluated(report).map((line) => `# ${line.replaceAll(/[\r\n]+/g, ' ')}`);
  return [header.join(','), ...rows, ...remarks, ''].join('\r\n');
}

const listIntervals = (ports: PortJson): readonly (readonly string[])[] =>
  Object.entries(ports).flatMap(([protocol, intervals]) =>
    intervals.map(([first, last]) => [protocol, String(first), String(last)]),
  );

/** A cell that a spreadsheet would take for a formula is marked as text; no valid Kubernetes name starts like one. */
function formatCell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
