import { LazyJsonMap, LazyJsonSeq } from './LazyJson.ts';
import { escapePattern, jsonUnits, skipSpace } from './jsonSyntax.ts';
import { skipJson } from './skipJson.ts';
import { maxDepth } from './toSourceNode.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceScalar, SourceSeq } from './SourceNode.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';

/** Thrown and caught within the reading of JSON: what stands at `at` is none. */
export class JsonError extends Error {
  readonly at: number;
  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

/** Lists and maps that fill dumps and that hardly anybody reads. Which they are decides about speed only. */
const seldomRead: ReadonlySet<string> = new Set([
  'annotations',
  'managedFields',
  'env',
  'envFrom',
  'volumes',
  'volumeMounts',
  'resources',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'securityContext',
  'affinity',
  'tolerations',
  'conditions',
  'containerStatuses',
  'initContainerStatuses',
]);

/** Beyond this many keys of one map a set is quicker than looking at each. */
const fewKeys = 12;

const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

const { space, quote, comma, colon, backslash, openList, closeList, openMap, closeMap } = jsonUnits;

/** Reads JSON from `at` on. With `isLazy` parts that are seldom read are passed over and read when somebody asks for them. */
export class JsonReader {
  at: number;
  readonly #text: string;
  readonly #issues: SyntaxIssue[];
  readonly #isLazy: boolean;

  constructor(text: string, at: number, issues: SyntaxIssue[], isLazy: boolean) {
    this.#text = text;
    this.at = at;
    this.#issues = issues;
    this.#isLazy = isLazy;
  }

  /** The value at `at`, where no space stands, `depth` levels deep; throws a JsonError. */
  readValue(depth: number): SourceNode {
    if (depth > maxDepth) throw new JsonError(this.at);
    switch (this.#text.charCodeAt(this.at)) {
      case openMap:
        return this.readMap(depth);
      case openList:
        return this.readSeq(depth);
      case quote:
        return this.#readText();
      default:
        return this.#readLiteral();
    }
  }

  readSeq(depth: number): SourceSeq {
    const start = this.at;
    const items: SourceNode[] = [];
    if (!this.#enter(closeList)) {
      do items.push(this.readValue(depth + 1));
      while (this.#goesOn(closeList));
    }
    return { type: 'seq', flow: true, range: { start, end: this.at }, items };
  }

  readMap(depth: number): SourceMap {
    const start = this.at;
    const entries: SourceEntry[] = [];
    if (!this.#enter(closeMap)) {
      let seen: Set<string> | null = null;
      do {
        const entry = this.#readEntry(depth);
        const { key } = entry;
        if (seen === null && entries.length > fewKeys) seen = new Set(entries.map((it) => it.key.text));
        if (seen === null ? hasKey(entries, key.text) : seen.has(key.text)) {
          this.#issues.push({ code: 'DUPLICATE_KEY', severity: 'warning', range: key.range, args: { key: key.text } });
        }
        seen?.add(key.text);
        entries.push(entry);
      } while (this.#goesOn(closeMap));
    }
    return { type: 'map', flow: true, range: { start, end: this.at }, entries };
  }

  #readEntry(depth: number): SourceEntry {
    if (this.#text.charCodeAt(this.at) !== quote) throw new JsonError(this.at);
    const key = this.#readText();
    this.#skipSpace();
    if (this.#text.charCodeAt(this.at) !== colon) throw new JsonError(this.at);
    this.at += 1;
    this.#skipSpace();
    const value = this.#passOver(key.text, depth + 1) ?? this.readValue(depth + 1);
    return { key, value, range: { start: key.range.start, end: this.at } };
  }

  /** Past the opening bracket; says whether the closing one followed, past which it then is. */
  #enter(close: number): boolean {
    this.at += 1;
    this.#skipSpace();
    if (this.#text.charCodeAt(this.at) !== close) return false;
    this.at += 1;
    return true;
  }

  /** Past the comma to what follows, or past the closing bracket. */
  #goesOn(close: number): boolean {
    this.#skipSpace();
    const unit = this.#text.charCodeAt(this.at);
    if (unit !== comma && unit !== close) throw new JsonError(this.at);
    this.at += 1;
    if (unit === close) return false;
    this.#skipSpace();
    return true;
  }

  #skipSpace(): void {
    this.at = skipSpace(this.#text, this.at);
  }

  #readText(): SourceScalar {
    const text = this.#text;
    const start = this.at;
    let at = start + 1;
    let isEscaped = false;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit === quote) break;
      if (unit === backslash) {
        isEscaped = true;
        at = matchAt(escapePattern, text, at);
      } else if (unit >= space) at += 1;
      // A control character, or the end of the text.
      else throw new JsonError(at);
    }
    const end = at + 1;
    this.at = end;
    const value = isEscaped ? (JSON.parse(text.slice(start, end)) as string) : text.slice(start + 1, at);
    return { type: 'scalar', range: { start, end }, value, text: value, style: 'double' };
  }

  #readLiteral(): SourceScalar {
    const text = this.#text;
    if (text.startsWith('true', this.at)) return this.#createLiteral('true', true);
    if (text.startsWith('false', this.at)) return this.#createLiteral('false', false);
    if (text.startsWith('null', this.at)) return this.#createLiteral('null', null);
    const word = text.slice(this.at, matchAt(numberPattern, text, this.at));
    return this.#createLiteral(word, Number(word));
  }

  #createLiteral(text: string, value: SourceScalar['value']): SourceScalar {
    const start = this.at;
    this.at += text.length;
    return { type: 'scalar', range: { start, end: this.at }, value, text, style: 'plain' };
  }

  /** The list or map of the key as one that is read on demand; null when it is to be read now. */
  #passOver(key: string, depth: number): SourceNode | null {
    if (!this.#isLazy) return null;
    const start = this.at;
    const unit = this.#text.charCodeAt(start);
    if ((unit !== openMap && unit !== openList) || !seldomRead.has(key)) return null;
    const end = skipJson(this.#text, start, maxDepth - depth);
    // What is wrong with it is found by reading it.
    if (end === -1) return null;
    this.at = end;
    const range = { start, end };
    const read = (): JsonReader => new JsonReader(this.#text, start, this.#issues, true);
    return unit === openMap
      ? new LazyJsonMap(range, () => read().readMap(depth).entries)
      : new LazyJsonSeq(range, () => read().readSeq(depth).items);
  }
}

const hasKey = (entries: readonly SourceEntry[], key: string): boolean => {
  for (const entry of entries) if (entry.key.text === key) return true;
  return false;
};

const matchAt = (pattern: RegExp, text: string, offset: number): number => {
  pattern.lastIndex = offset;
  if (!pattern.test(text)) throw new JsonError(offset);
  return pattern.lastIndex;
};
