import { formatPortJson } from './formatPortJson.ts';
import type { FlowFormat } from './FlowFormat.ts';
import { listNotEvaluated } from './listNotEvaluated.ts';
import type { FlowReport, ReportEndpoint, ReportFlow } from '../FlowReport.ts';

/** For the terminal: one flow per line. */
export const textFormat: FlowFormat = { name: 'text', format: formatText };

function formatText(report: FlowReport): string {
  const names = new Map(report.endpoints.map((endpoint) => [endpoint.id, nameEndpoint(endpoint)]));
  const lines = report.flows.map((flow) => formatFlow(flow, names));
  return [...(lines.length > 0 ? lines : [sayNoFlow(report)]), ...listNotEvaluated(report), ''].join('\n');
}

/** Nothing is denied where there is nothing to evaluate. */
const sayNoFlow = ({ endpoints }: FlowReport): string =>
  endpoints.every((endpoint) => 'ranges' in endpoint)
    ? 'There is no workload and no pod in the manifests.'
    : 'No flow is allowed.';

/** External endpoints may stand for many ranges; the first ones tell which it is. */
function nameEndpoint(endpoint: ReportEndpoint): string {
  if (!('ranges' in endpoint)) return endpoint.id;
  const shown = endpoint.ranges.slice(0, 2).join(', ');
  const more = endpoint.ranges.length - 2;
  return `external ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

function formatFlow({ from, to, ports, partial, uncertain }: ReportFlow, names: ReadonlyMap<string, string>): string {
  const parts = [
    ...(Object.keys(ports).length > 0 ? [formatPortJson(ports)] : []),
    ...(partial ? [`some pods only: ${formatPortJson(partial)}`] : []),
    ...(uncertain ? [`uncertain: ${formatPortJson(uncertain)}`] : []),
  ];
  return `${names.get(from) ?? from} → ${names.get(to) ?? to}: ${parts.join('; ')}`;
}
