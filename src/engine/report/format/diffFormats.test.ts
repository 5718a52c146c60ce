import { describe, expect, it } from 'vitest';
import type { DiffReport, ReportCause } from '../DiffReport.ts';
import { diffFormats } from './diffFormats.ts';

const none = { added: 0, removed: 0, changed: 0 };

const aCause = (more: Partial<ReportCause> = {}): ReportCause => ({
  type: 'policy',
  ids: ['shop/NetworkPolicy/api'],
  text: 'NetworkPolicy shop/api is removed',
  file: 'old/api.yaml',
  line: 3,
  flows: { added: 2, removed: 1, changed: 0 },
  consequences: ['No longer isolated (ingress): shop/api'],
  opened: [],
  isolated: [],
  isolationUncertain: [],
  dnsLost: [],
  lines: ['+ everything → shop/api: every port', '- shop/web → shop/api: TCP 80', '~ a → b: TCP 1 → TCP 2'],
  ...more,
});

const aReport = (more: Partial<DiffReport> = {}): DiffReport => ({
  version: 1,
  profile: 'kubernetes',
  same: false,
  summary: {
    flows: { added: 2, removed: 1, changed: 0 },
    policies: { ...none, removed: 1 },
    workloads: none,
    namespaces: none,
  },
  endpoints: [],
  policies: [],
  workloads: [],
  namespaces: [],
  externals: { added: [], removed: [] },
  causes: [aCause(), aCause({ text: 'Namespace shop is new', consequences: [], lines: [] })],
  changes: [],
  notCompared: { pairs: 0, from: [] },
  problems: { old: [], new: [] },
  ...more,
});

const format = (name: string, report = aReport()): string =>
  diffFormats.find((candidate) => candidate.name === name)?.format(report) ?? '';

describe('a difference', () => {
  it('has the formats of the command line, each once', () => {
    expect(diffFormats.map(({ name }) => name)).toEqual(['text', 'json', 'md']);
  });

  it.each(diffFormats)(
    'as $name ends with one line end, and says what was not compared or evaluated',
    ({ format: write }) => {
      const text = write(
        aReport({
          notCompared: { pairs: 7, from: [] },
          problems: {
            old: [],
            new: [
              { code: 'POLICY_NOT_EVALUATED', file: 'b.yaml', line: 1, column: 1, message: '2 policies of kind X.' },
            ],
          },
        }),
      );
      expect(text).toMatch(/\S\n$/);
      expect(text).toContain('2 policies of kind X.');
      expect(text).toContain('7');
    },
  );

  it('as json is the report itself', () => {
    expect(JSON.parse(format('json'))).toEqual(aReport());
  });

  it('as text has a paragraph for each cause', () => {
    expect(format('text').split('\n')).toEqual([
      '2 flows come, 1 goes; policy: 1 removed.',
      '',
      'NetworkPolicy shop/api is removed (old/api.yaml:3)',
      '  ! No longer isolated (ingress): shop/api',
      '  + everything → shop/api: every port',
      '  - shop/web → shop/api: TCP 80',
      '  ~ a → b: TCP 1 → TCP 2',
      '',
      'Without effect on flows:',
      '  Namespace shop is new (old/api.yaml:3)',
      '',
    ]);
  });

  it('as md has a table of causes, and lines that a diff colours', () => {
    const text = format('md');
    expect(text).toContain(
      '| NetworkPolicy shop/api is removed | 2 flows come, 1 goes | No longer isolated (ingress): shop/api |',
    );
    expect(text).toContain('<details><summary>NetworkPolicy shop/api is removed</summary>');
    expect(text).toContain(
      '```diff\n+ everything → shop/api: every port\n- shop/web → shop/api: TCP 80\n! a → b: TCP 1 → TCP 2\n```',
    );
    expect(text).toContain('- Namespace shop is new');
  });

  it('as md lets nothing from the manifests become markup', () => {
    const text = format('md', aReport({ causes: [aCause({ text: '<b>|`x`', lines: ['+ a → ```\n# b: TCP 1'] })] }));
    expect(text).toContain('| \\<b\\>\\|\\`x\\` |');
    expect(text).toContain('<summary>&lt;b&gt;|`x`</summary>');
    expect(text).toContain("+ a → ''' # b: TCP 1");
  });
});
