import type { Endpoint } from '../node/Endpoint.ts';
import { verdictWords, type FlowItem } from './FlowItem.ts';

/** Lines of the list as they are taken away; the last column only when reasons were asked for. */
export interface TakenFlows {
  readonly items: readonly FlowItem[];
  readonly reasons: readonly string[] | null;
  /** How many more the list has. */
  readonly leftOut: number;
}

const titles = ['From', 'To', 'Ports', 'Some pods only', 'Uncertain', 'Verdict', 'Reason'];

const toCells = ({ items, reasons }: TakenFlows): readonly (readonly string[])[] =>
  items.map((item, at) => [
    formatExact(item.from),
    formatExact(item.to),
    item.ports,
    item.partial,
    item.uncertain,
    verdictWords[item.verdict],
    ...(reasons === null ? [] : [reasons[at] ?? '']),
  ]);

/** With its kind: a Deployment and a StatefulSet may have one name. */
const formatExact = ({ namespace, kind, name }: Endpoint): string =>
  namespace === null ? name : `${namespace}/${kind}/${name}`;

const toTitles = ({ reasons }: TakenFlows): readonly string[] => (reasons === null ? titles.slice(0, -1) : titles);

/** For spreadsheets (RFC 4180). What is left out is said in a last line that starts with `#`. */
export function formatFlowCsv(taken: TakenFlows): string {
  const lines = [toTitles(taken), ...toCells(taken)].map((cells) => cells.map(formatCsvCell).join(','));
  const remark = taken.leftOut === 0 ? [] : [`# ${taken.leftOut} more flows are not part of this table`];
  return [...lines, ...remark, ''].join('\r\n');
}

/** A cell that a spreadsheet would take for a formula is marked as text. */
function formatCsvCell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** For pull requests and wikis. */
export function formatFlowMarkdown(taken: TakenFlows): string {
  const head = toTitles(taken);
  const remark = taken.leftOut === 0 ? [] : ['', `${taken.leftOut} more flows are not part of this table.`];
  return [
    toMarkdownRow(head),
    toMarkdownRow(head.map(() => '---')),
    ...toCells(taken).map((cells) => toMarkdownRow(cells.map(escapeMarkdown))),
    ...remark,
    '',
  ].join('\n');
}

const toMarkdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Manifests may hold anything; none of it becomes markup. */
const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\|`*_[\]<>&#]/g, '\\$&');
