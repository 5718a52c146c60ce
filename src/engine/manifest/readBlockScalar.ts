import { isScalar } from 'yaml';
import { composeYaml } from './composeYaml.ts';
import { readScalarValue } from './readScalarValue.ts';
import type { SourceScalar } from './SourceNode.ts';

/** A scalar read quickly; `nextLine` is where the next line begins when the scalar took whole lines. */
export interface ReadScalar {
  readonly scalar: SourceScalar;
  readonly nextLine: number | null;
}

export interface ScalarPlace {
  /** Where the document ends. */
  readonly end: number;
  /** The indentation of the block that the scalar stands in; its further lines are deeper. */
  readonly parent: number;
}

/** A quoted scalar; null when it is not closed or its escapes are rare ones. */
export function readFlowScalar(text: string, start: number, end: number): ReadScalar | null {
  const quote = text[start]!;
  const close = findClose(text, start, quote);
  if (close < 0 || close >= end) return null;
  const inner = text.slice(start + 1, close);
  const read = /[\r\n]/.test(inner)
    ? readAlone(text.slice(start, close + 1))
    : quote === "'"
      ? inner.replaceAll("''", "'")
      : unescape(inner);
  if (read === null) return null;
  const style = quote === "'" ? 'single' : 'double';
  const scalar: SourceScalar = { type: 'scalar', range: { start, end: close + 1 }, value: read, text: read, style };
  return { scalar, nextLine: null };
}

function findClose(text: string, start: number, quote: string): number {
  let at = text.indexOf(quote, start + 1);
  if (quote === "'") {
    while (at >= 0 && text[at + 1] === "'") at = text.indexOf("'", at + 2);
    return at;
  }
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at;
}

const isEscaped = (text: string, at: number): boolean => {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
};

/** The escapes that YAML and JSON share; null for others. */
function unescape(inner: string): string | null {
  if (!inner.includes('\\')) return inner;
  if (!/^(?:[^\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*$/.test(inner)) return null;
  return JSON.parse(`"${inner}"`) as string;
}

/** Folding of quoted lines is the library's: parsed on its own, where indentation does not matter. */
function readAlone(quoted: string): string | null {
  const composed = composeYaml(quoted);
  if (composed === null || composed.error !== null || !isScalar(composed.document.contents)) return null;
  return composed.document.contents.source ?? null;
}

/** A plain scalar, over several lines when the next ones are deeper than the block; null when in doubt. */
export function readPlain(text: string, start: number, { end, parent }: ScalarPlace): ReadScalar | null {
  let line = readPlainLine(text, start, end);
  if (line === null || isIndicator(line.content)) return null;
  let content = line.content;
  let last = start + content.length;
  while (!line.commented) {
    const next = line.lineEnd + 1;
    let at = next;
    while (text[at] === ' ') at++;
    const unit = text[at];
    if (at >= end || at - next <= parent) break;
    // A blank line or a comment inside the scalar: rare, and with rules of its own.
    if (unit === '\n' || unit === '\r') {
      if (continuesLater(text, at, { end, parent })) return null;
      break;
    }
    if (unit === '#' || unit === '\t') return null;
    line = readPlainLine(text, at, end);
    if (line === null) return null;
    content = `${content} ${line.content}`;
    last = at + line.content.length;
  }
  const range = { start, end: last };
  const scalar: SourceScalar = {
    type: 'scalar',
    range,
    value: readScalarValue(content),
    text: content,
    style: 'plain',
  };
  return { scalar, nextLine: line.lineEnd + 1 };
}

/** Whether the first line with content below `from` could still belong to the scalar. */
function continuesLater(text: string, from: number, { end, parent }: ScalarPlace): boolean {
  let start = text.indexOf('\n', from) + 1;
  while (start > 0 && start < end) {
    let at = start;
    while (text[at] === ' ') at++;
    if (at < end && text[at] !== '\n' && text[at] !== '\r') return at - start > parent;
    start = text.indexOf('\n', at) + 1;
  }
  return false;
}

interface PlainLine {
  readonly content: string;
  readonly lineEnd: number;
  readonly commented: boolean;
}

/** The scalar's part of one line, without a comment behind it; null when it holds what could be another entry. */
function readPlainLine(text: string, start: number, end: number): PlainLine | null {
  const found = text.indexOf('\n', start);
  const lineEnd = found < 0 || found > end ? end : found;
  const whole = text.slice(start, lineEnd);
  if (whole.includes('\t')) return null;
  const comment = whole.indexOf(' #');
  const content = trimEnd(comment < 0 ? whole : whole.slice(0, comment));
  if (content === '' || content.includes(': ') || content.endsWith(':') || content.includes('\r')) return null;
  return { content, lineEnd, commented: comment >= 0 };
}

/** A literal block (`|`, `|-`, `|+`); null with an indentation of its own, without content, or at the end of the text. */
export function readLiteral(text: string, start: number, { end, parent }: ScalarPlace): ReadScalar | null {
  const headerEnd = text.indexOf('\n', start);
  const header = /^\|([-+]?) *\r?$/.exec(text.slice(start, headerEnd < 0 ? end : headerEnd));
  if (headerEnd < 0 || header === null) return null;
  const lines: string[] = [];
  let indent = 0;
  let last = start;
  let at = headerEnd + 1;
  while (at < end) {
    const stop = text.indexOf('\n', at);
    if (stop < 0 || stop >= end) return null;
    const line = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop);
    const isBlank = /^ *$/.test(line);
    if (isBlank && indent === 0) return null;
    if (!isBlank) {
      const spaces = /^ */.exec(line)![0].length;
      if (indent === 0) indent = spaces > parent ? spaces : -1;
      if (indent < 1) return null;
      if (spaces < indent) break;
      last = at + trimEnd(line).length;
      // A line of tabs: blank to the eye, text to YAML.
      if (line.trim() === '') return null;
    }
    lines.push(line.slice(indent));
    at = stop + 1;
  }
  if (indent === 0 || last === start) return null;
  const range = { start, end: last };
  const content = chomp(lines, header[1] ?? '');
  return { scalar: { type: 'scalar', range, value: content, text: content, style: 'literal' }, nextLine: at };
}

function chomp(lines: readonly string[], mode: string): string {
  if (mode === '+') return `${lines.join('\n')}\n`;
  let length = lines.length;
  while (length > 0 && lines[length - 1] === '') length--;
  return lines.slice(0, length).join('\n') + (mode === '-' ? '' : '\n');
}

/** Without the spaces, tabs and line ends at the end. Other kinds of space, such as a no-break space, are text to YAML. */
const trimEnd = (line: string): string => {
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line[end - 1]!)) end--;
  return line.slice(0, end);
};

/** What no plain scalar begins with, and what needs the library: anchors, aliases, tags, flow, explicit keys. */
export const isIndicator = (scalar: string): boolean =>
  /^[,[\]{}#&*!|>'"%@`]/.test(scalar) || /^[-?:](?: |$)/.test(scalar);
