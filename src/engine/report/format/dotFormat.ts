import type { FlowReport, ReportEndpoint } from '../FlowReport.ts';
import { formatPortJson } from './formatPortJson.ts';
import type { FlowFormat } from './FlowFormat.ts';
import { listNotEvaluated } from './listNotEvaluated.ts';

/** For Graphviz: a cluster per namespace, an edge per flow; edges that only some pods have are dashed, uncertain ones
 * dotted. */
export const dotFormat: FlowFormat = { name: 'dot', format: formatDot };

function formatDot(report: FlowReport): string {
  const namespaces = new Map<string, ReportEndpoint[]>();
  for (const endpoint of report.endpoints) {
    const namespace = 'ranges' in endpoint ? '' : endpoint.namespace;
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), endpoint]);
  }
  const remarks = listNotEvaluated(report);
  return [
    'digraph flows {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...(remarks.length > 0 ? [`  label=${quote(remarks.join('\n'))};`] : []),
    ...[...namespaces].flatMap(([namespace, endpoints], index) =>
      namespace === '' ? endpoints.map(formatNode) : formatCluster(index, namespace, endpoints),
    ),
    ...report.flows.flatMap(({ from, to, ports, partial, uncertain }) => [
      ...(Object.keys(ports).length > 0 ? [formatEdge(from, to, formatPortJson(ports), '')] : []),
      ...(partial ? [formatEdge(from, to, formatPortJson(partial), ', style=dashed')] : []),
      ...(uncertain ? [formatEdge(from, to, `${formatPortJson(uncertain)} ?`, ', style=dotted')] : []),
    ]),
    '}',
    '',
  ].join('\n');
}

const formatCluster = (index: number, namespace: string, endpoints: readonly ReportEndpoint[]): string[] => [
  `  subgraph cluster_${index} {`,
  `    label=${quote(namespace)};`,
  ...endpoints.map((endpoint) => `  ${formatNode(endpoint)}`),
  '  }',
];

const formatNode = (endpoint: ReportEndpoint): string =>
  'ranges' in endpoint
    ? `  ${quote(endpoint.id)} [label=${quote(endpoint.ranges.join('\n'))}, shape=ellipse];`
    : `  ${quote(endpoint.id)} [label=${quote(`${endpoint.kind}\n${endpoint.name}`)}];`;

const formatEdge = (from: string, to: string, label: string, more: string): string =>
  `  ${quote(from)} -> ${quote(to)} [label=${quote(label)}${more}];`;

const quote = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/\r?\n|\r/g, '\\n')}"`;
