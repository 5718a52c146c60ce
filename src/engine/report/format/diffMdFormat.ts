import type { DiffReport, ReportCause } from '../DiffReport.ts';
import { formatFlowCounts } from '../formatFlowCounts.ts';
import { hasEffect } from './diffTextFormat.ts';
import type { DiffFormat } from './DiffFormat.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { sayDiffSummary, sayNotCompared } from './sayDiffSummary.ts';

/** For a comment on a pull request: a summary, a table of causes, and the flows of each to unfold. */
export const diffMdFormat: DiffFormat = { name: 'md', format: formatDiffMarkdown };

/** Comments have a limit of length, and readers too; the rest is counted. */
const linesAtMost = 40;

function formatDiffMarkdown(report: DiffReport): string {
  const [loud, quiet] = [report.causes.filter(hasEffect), report.causes.filter((cause) => !hasEffect(cause))];
  const remarks = sayNotCompared(report);
  return [
    '## What changes for the network',
    '',
    escapeMarkdown(sayDiffSummary(report)),
    '',
    ...(loud.length > 0 ? ['| Cause | Flows | Note |', '| --- | --- | --- |', ...loud.map(formatRow), ''] : []),
    ...loud.filter(({ lines }) => lines.length > 0).flatMap(formatDetails),
    ...(quiet.length > 0
      ? ['Without effect on flows:', '', ...quiet.map(({ text }) => `- ${escapeMarkdown(text)}`), '']
      : []),
    ...(remarks.length > 0 ? [...remarks.map((text) => `> ${escapeMarkdown(text)}`), ''] : []),
  ].join('\n');
}

const formatRow = ({ text, flows, consequences }: ReportCause): string =>
  `| ${[text, formatFlowCounts(flows) ?? '', consequences.join('. ')].map(escapeMarkdown).join(' | ')} |`;

const formatDetails = ({ text, lines, file, line }: ReportCause): string[] => [
  `<details><summary>${escapeHtml(text)}</summary>`,
  '',
  ...(file === undefined ? [] : [`In ${escapeMarkdown(`${file}:${line}`)}.`, '']),
  '```diff',
  ...lines.slice(0, linesAtMost).map(toCodeLine),
  ...(lines.length > linesAtMost ? [`  ${lines.length - linesAtMost} more lines`] : []),
  '```',
  '',
  '</details>',
  '',
];

/** Inside a fence nothing is markup but another fence. */
const toCodeLine = (text: string): string =>
  text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('```', "'''")
    .replace(/^~/, '!');

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\r\n]+/g, ' ');
