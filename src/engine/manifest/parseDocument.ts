import { isScalar } from 'yaml';
import { composeYaml, findTemplate } from './composeYaml.ts';
import type { ComposedYaml } from './composeYaml.ts';
import { findTooDeep } from './findTooDeep.ts';
import { isFaithful, joinFlowLines } from './joinFlowLines.ts';
import { parseBlockYaml } from './parseBlockYaml.ts';
import { parseJson, toJson } from './parseJson.ts';
import type { TextRange } from './SourceFile.ts';
import type { SourceNode } from './SourceNode.ts';
import { findContent } from './splitDocuments.ts';
import { createSyntaxError } from './SyntaxIssue.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';
import { maxDepth, toSourceNode } from './toSourceNode.ts';

/**
 * One document's text, read. `root` is null when the document is empty, or when an issue of severity `error` says why it
 * cannot be read.
 */
export interface ParsedDocument {
  readonly root: SourceNode | null;
  readonly empty: boolean;
  readonly issues: readonly SyntaxIssue[];
  /** Read by a quick reader: without anchors and aliases, and soon read again. */
  readonly isQuick?: true;
}

const nothing: ParsedDocument = { root: null, empty: false, issues: [] };

const jsonStart = /[ \t\r\n]*[{[]/y;

/** Reads the stretch `range` of `text` as one YAML or JSON document. Never throws. */
export const parseDocument = (text: string, range: TextRange): ParsedDocument => {
  const start = findContent(text, range);
  if (start === null) return { ...nothing, empty: true };
  jsonStart.lastIndex = start;
  const json = jsonStart.test(text) ? parseJson(toJson(text.slice(start, range.end), start), 0) : null;
  if (json?.ok === true && findContent(text, { start: json.root.range.end, end: range.end }) === null) {
    return { root: json.root, empty: false, issues: json.issues, isQuick: true };
  }
  const quick = parseBlockYaml(text, { start, end: range.end });
  if (quick !== null) return { root: quick.root, empty: false, issues: quick.issues, isQuick: true };
  return parseWithLibrary(text, { start, end: range.end });
};

/** The same for all of YAML, at the library's pace. */
export const parseWithLibrary = (text: string, range: TextRange): ParsedDocument => {
  const parsed = parseAny(text, range);
  const lone = parsed.root === null ? findLoneReturn(text, range) : null;
  return lone === null ? parsed : { ...nothing, issues: [createSyntaxError(lone, loneReturn)] };
};

const loneReturn = 'a line ends with a carriage return alone; save the file with the line ends of Unix or Windows';

/** The first carriage return without a newline: whatever else is wrong with the lines after it follows from that. */
const findLoneReturn = (text: string, { start, end }: TextRange): TextRange | null => {
  const at = text.slice(start, end).search(/\r(?!\n)/);
  return at < 0 ? null : { start: start + at, end: start + at + 1 };
};

const parseAny = (text: string, range: TextRange): ParsedDocument => {
  const source = text.slice(range.start, range.end);
  const deep = findTooDeep(source);
  if (deep !== null) {
    const at = { start: range.start + deep, end: range.start + deep + 1 };
    return {
      ...nothing,
      issues: [{ code: 'NESTING_TOO_DEEP', severity: 'error', range: at, args: { limit: maxDepth } }],
    };
  }
  const direct = composeYaml(source);
  if (direct === null) return { ...nothing, empty: true };
  if (direct.error === null) return convert(direct, text, range, {});
  const joined = joinFlowLines(source);
  if (joined !== null) {
    const repaired = composeYaml(joined.text);
    if (repaired !== null && repaired.error === null && isFaithful(repaired.document, joined.stretches)) {
      return convert(repaired, text, range, { readQuoted: readAlone });
    }
  }
  return { ...nothing, issues: [toIssue(source, direct.error, range.start)] };
};

/** The value of a quoted text that goes over lines, parsed on its own, where its indentation does not matter. */
const readAlone = (quoted: string): string | null => {
  const contents = composeYaml(quoted)?.document.contents;
  return isScalar(contents) ? (contents.source ?? null) : null;
};

const convert = (
  { document }: ComposedYaml,
  text: string,
  range: TextRange,
  options: { readonly readQuoted?: (quoted: string) => string | null },
): ParsedDocument => {
  const issues: SyntaxIssue[] = [];
  const root = toSourceNode(document.contents, { text, base: range.start, ...options }, issues);
  const error = issues.find(({ severity }) => severity === 'error');
  return error === undefined ? { ...nothing, root, issues } : { ...nothing, issues: [error] };
};

const toIssue = (source: string, error: SyntaxIssue, base: number): SyntaxIssue => {
  const template = findTemplate(source) ?? templateNear(source, error.range.start);
  const range = template === null ? error.range : { start: template, end: template + 2 };
  const at = { start: range.start + base, end: range.end + base };
  return template === null
    ? { ...error, range: at }
    : { code: 'HELM_TEMPLATE', severity: 'error', range: at, args: {} };
};

/** `{{` on the line of an error: most likely what broke it. */
const templateNear = (source: string, offset: number): number | null => {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', offset);
  const found = source.slice(start, end < 0 ? source.length : end).indexOf('{{');
  return found < 0 ? null : start + found;
};
