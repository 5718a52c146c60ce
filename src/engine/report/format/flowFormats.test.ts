import { describe, expect, it } from 'vitest';
import type { FlowReport } from '../FlowReport.ts';
import { flowFormats } from './flowFormats.ts';

const report: FlowReport = {
  version: 1,
  profile: 'kubernetes',
  endpoints: [
    { id: 'shop/Deployment/api', kind: 'Deployment', namespace: 'shop', name: 'api', pods: [] },
    { id: 'shop/Deployment/web', kind: 'Deployment', namespace: 'shop', name: 'web', pods: ['shop/Pod/web-0'] },
    {
      id: 'external:0.0.0.0',
      kind: 'External',
      ranges: ['0.0.0.0-9.255.255.255', '11.0.0.0-255.255.255.255', '::-::1'],
    },
  ],
  flows: [
    { from: 'external:0.0.0.0', to: 'shop/Deployment/web', ports: { TCP: [[443, 443]] } },
    {
      from: 'shop/Deployment/web',
      to: 'shop/Deployment/api',
      ports: {
        TCP: [
          [80, 80],
          [8000, 8080],
        ],
      },
      partial: { UDP: [[53, 53]] },
    },
  ],
  problems: [
    { code: 'YAML_SYNTAX', file: 'a.yaml', line: 3, column: 1, message: 'This is not valid YAML.' },
    { code: 'POLICY_NOT_EVALUATED', file: 'b.yaml', line: 1, column: 1, message: '2 policies of kind X.' },
  ],
};

const format = (name: string, of: FlowReport = report): string =>
  flowFormats.find((candidate) => candidate.name === name)?.format(of) ?? '';

describe('a report of flows', () => {
  it('has the formats of the command line, each once', () => {
    expect(flowFormats.map(({ name }) => name)).toEqual(['text', 'json', 'csv', 'md', 'dot']);
  });

  it.each(flowFormats)('as $name ends with a line end and says what was not evaluated', ({ format: write }) => {
    expect(write(report)).toMatch(/\S\r?\n$/);
    expect(write(report)).toContain('2 policies of kind X.');
  });

  it('as text does not say that flows are denied where nothing could have any', () => {
    const nothing = { ...report, endpoints: report.endpoints.slice(2), flows: [], problems: [] };
    expect(format('text', nothing)).toBe('There is no workload and no pod in the manifests.\n');
  });

  it('as json is the report itself', () => {
    expect(JSON.parse(format('json'))).toEqual(report);
    const nothing: FlowReport = { ...report, endpoints: [], flows: [], problems: [] };
    expect(JSON.parse(format('json', nothing))).toEqual(nothing);
  });

  it('as json has a line for each endpoint, flow and problem', () => {
    const rows = format('json')
      .split('\n')
      .filter((line) => line.startsWith('    {'));
    expect(rows).toHaveLength(report.endpoints.length + report.flows.length + report.problems.length);
  });

  it('as text has a line for every flow', () => {
    expect(format('text').split('\n')).toEqual([
      'external 0.0.0.0-9.255.255.255, 11.0.0.0-255.255.255.255 and 1 more → shop/Deployment/web: TCP 443',
      'shop/Deployment/web → shop/Deployment/api: TCP 80, 8000-8080; some pods only: UDP 53',
      'b.yaml:1: 2 policies of kind X.',
      '',
    ]);
  });

  it('as text says so when nothing is allowed', () => {
    expect(format('text', { ...report, flows: [], problems: [] })).toBe('No flow is allowed.\n');
  });

  it('as csv has a row for every interval of ports', () => {
    expect(format('csv').split('\r\n')).toEqual([
      'from,to,protocol,first_port,last_port,pods',
      'external:0.0.0.0,shop/Deployment/web,TCP,443,443,all',
      'shop/Deployment/web,shop/Deployment/api,TCP,80,80,all',
      'shop/Deployment/web,shop/Deployment/api,TCP,8000,8080,all',
      'shop/Deployment/web,shop/Deployment/api,UDP,53,53,some',
      '# b.yaml:1: 2 policies of kind X.',
      '',
    ]);
  });

  it('as csv quotes what needs it and lets no name become a formula', () => {
    const flow = { from: '=1+1', to: `a,"b"`, ports: { TCP: [[1, 1]] as [number, number][] } };
    expect(format('csv', { ...report, flows: [flow] })).toContain(`'=1+1,"a,""b""",TCP,1,1,all`);
  });

  it('as md is a table, in which nothing from the manifests becomes markup', () => {
    expect(format('md')).toContain('| shop/Deployment/web | shop/Deployment/api | TCP 80, 8000-8080 | UDP 53 |');
    const flow = { from: 'a|b', to: '<script>', ports: { TCP: [[1, 1]] as [number, number][] } };
    expect(format('md', { ...report, flows: [flow] })).toContain('| a\\|b | \\<script\\> | TCP 1 |');
  });

  it('as dot groups by namespace and dashes what only some pods have', () => {
    const dot = format('dot');
    expect(dot).toContain('subgraph cluster_0 {\n    label="shop";');
    expect(dot).toContain('"shop/Deployment/web" -> "shop/Deployment/api" [label="TCP 80, 8000-8080"];');
    expect(dot).toContain('"shop/Deployment/web" -> "shop/Deployment/api" [label="UDP 53", style=dashed];');
  });

  it('as dot quotes every name', () => {
    const flow = { from: 'a"b\\', to: 'x', ports: { TCP: [[1, 1]] as [number, number][] } };
    expect(format('dot', { ...report, flows: [flow] })).toContain('"a\\"b\\\\" -> "x"');
  });
});
