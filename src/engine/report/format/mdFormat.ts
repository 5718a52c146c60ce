import type { FlowReport, ReportEndpoint, ReportFlow } from '../FlowReport.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { formatPortJson } from './formatPortJson.ts';
import type { FlowFormat } from './FlowFormat.ts';

/** For pull requests and wikis: a table of flows, the external ranges it names, and what to know about the input. */
export const mdFormat: FlowFormat = { name: 'md', format: formatMarkdown };

function formatMarkdown(report: FlowReport): string {
  const externals = report.endpoints.filter((endpoint) => 'ranges' in endpoint);
  return [
    '# Allowed flows',
    '',
    `Profile: ${report.profile}. ${report.flows.length} flows between ${report.endpoints.length} endpoints.`,
    '',
    '| From | To | Ports | Some pods only | Uncertain |',
    '| --- | --- | --- | --- | --- |',
    ...report.flows.map(formatRow),
    '',
    ...(externals.length > 0 ? ['## External ranges', '', ...externals.map(formatExternal), ''] : []),
    ...(report.problems.length > 0 ? ['## Problems', '', ...report.problems.map(formatProblemItem), ''] : []),
  ].join('\n');
}

const formatRow = ({ from, to, ports, partial, uncertain }: ReportFlow): string =>
  `| ${[
    escapeMarkdown(from),
    escapeMarkdown(to),
    Object.keys(ports).length > 0 ? formatPortJson(ports) : '',
    partial ? formatPortJson(partial) : '',
    uncertain ? formatPortJson(uncertain) : '',
  ].join(' | ')} |`;

const formatExternal = (endpoint: ReportEndpoint): string =>
  `- ${escapeMarkdown(endpoint.id)}: ${'ranges' in endpoint ? endpoint.ranges.join(', ') : ''}`;

const formatProblemItem = ({ code, file, line, column, message }: FlowReport['problems'][number]): string =>
  `- ${escapeMarkdown(`${file}:${line}:${column}`)} ${escapeMarkdown(code)}: ${escapeMarkdown(message)}`;
