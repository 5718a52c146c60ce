import type { DiffReport, ReportCause } from '../DiffReport.ts';
import type { DiffFormat } from './DiffFormat.ts';
import { sayDiffSummary, sayNotCompared } from './sayDiffSummary.ts';

/** For the terminal: a summary, a paragraph for each cause with a line for each group of flows, then what has no effect. */
export const diffTextFormat: DiffFormat = { name: 'text', format: formatDiffText };

function formatDiffText(report: DiffReport): string {
  const [loud, quiet] = [report.causes.filter(hasEffect), report.causes.filter((cause) => !hasEffect(cause))];
  return [
    sayDiffSummary(report),
    ...loud.flatMap((cause) => ['', formatHead(cause), ...formatBody(cause)]),
    ...(quiet.length > 0 ? ['', 'Without effect on flows:', ...quiet.map((cause) => `  ${formatHead(cause)}`)] : []),
    ...sayNotCompared(report),
    '',
  ].join('\n');
}

export const hasEffect = ({ lines, consequences }: ReportCause): boolean => lines.length + consequences.length > 0;

const formatHead = ({ text, file, line }: ReportCause): string =>
  oneLine(file === undefined ? text : `${text} (${file}:${line})`);

const formatBody = ({ consequences, lines }: ReportCause): readonly string[] =>
  [...consequences.map((text) => `! ${text}`), ...lines].map((text) => `  ${oneLine(text)}`);

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');
