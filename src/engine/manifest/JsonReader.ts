import { createTextCache } from './createTextCache.ts';
import type { CutText } from './createTextCache.ts';
import { JsonEntry, JsonScalar } from './JsonNodes.ts';
import { LazyJsonMap, LazyJsonSeq } from './LazyJson.ts';
import { escapePattern, jsonUnits, skipSpace } from './jsonSyntax.ts';
import type { JsonUnits } from './jsonSyntax.ts';
import { skipJson } from './skipJson.ts';
import type { JsonExtents, JsonText } from './skipJson.ts';
import { maxDepth } from './toSourceNode.ts';
import type { TextRange } from './SourceFile.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceScalar, SourceSeq } from './SourceNode.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';

/** Thrown and caught within the reading of JSON: what stands at `at` of the text is none. */
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

/** A text with its units, and where in the file it begins. */
export interface PlacedJson extends JsonText {
  readonly base: number;
}

/** What reading around a value gives to the reading of it. */
interface FormerReading {
  readonly cut: CutText;
  readonly extents: JsonExtents;
}

/** Reads JSON from `at` on. With `isLazy` parts that are seldom read are passed over and read when somebody asks for them. */
export class JsonReader {
  at: number;
  readonly #json: PlacedJson;
  readonly #text: string;
  readonly #units: JsonUnits;
  /** What is added to offsets in the text for those of the file. */
  readonly #base: number;
  readonly #issues: SyntaxIssue[];
  readonly #isLazy: boolean;
  readonly #cut: CutText;
  /** Of a value that was passed over before it is read. */
  readonly #extents: JsonExtents;
  #extent = 0;

  constructor(
    json: PlacedJson,
    at: number,
    issues: SyntaxIssue[],
    isLazy: boolean,
    former: FormerReading | null = null,
  ) {
    this.#json = json;
    this.#text = json.text;
    this.#units = json.units;
    this.#base = json.base;
    this.at = at;
    this.#issues = issues;
    this.#isLazy = isLazy;
    this.#cut = former?.cut ?? createTextCache(json.text);
    this.#extents = former?.extents ?? [];
  }

  /** The value at `at`, where no space stands, `depth` levels deep; throws a JsonError. */
  readValue(depth: number): SourceNode {
    if (depth > maxDepth) throw new JsonError(this.at);
    switch (this.#units[this.at]) {
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
    return { type: 'seq', flow: true, range: this.#toRange(start), items };
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
    return { type: 'map', flow: true, range: this.#toRange(start), entries };
  }

  #readEntry(depth: number): SourceEntry {
    if (this.#units[this.at] !== quote) throw new JsonError(this.at);
    const key = this.#readText();
    this.#skipSpace();
    if (this.#units[this.at] !== colon) throw new JsonError(this.at);
    this.at += 1;
    this.#skipSpace();
    const value = this.#passOver(key.text, depth + 1) ?? this.readValue(depth + 1);
    return new JsonEntry(key, value);
  }

  /** Past the opening bracket; says whether the closing one followed, past which it then is. */
  #enter(close: number): boolean {
    this.at += 1;
    this.#skipSpace();
    if (this.#units[this.at] !== close) return false;
    this.at += 1;
    return true;
  }

  /** Past the comma to what follows, or past the closing bracket. */
  #goesOn(close: number): boolean {
    this.#skipSpace();
    const unit = this.#units[this.at];
    if (unit !== comma && unit !== close) throw new JsonError(this.at);
    this.at += 1;
    if (unit === close) return false;
    this.#skipSpace();
    return true;
  }

  #toRange(start: number): TextRange {
    return { start: start + this.#base, end: this.at + this.#base };
  }

  #skipSpace(): void {
    this.at = skipSpace(this.#units, this.at);
  }

  #readText(): SourceScalar {
    const text = this.#text;
    const units = this.#units;
    const start = this.at;
    let at = start + 1;
    let isEscaped = false;
    let hash = 0;
    for (;;) {
      const unit = units[at]!;
      if (unit === quote) break;
      if (unit === backslash) {
        isEscaped = true;
        at = matchAt(escapePattern, text, at);
      } else if (unit >= space) {
        hash = (Math.imul(hash, 31) + unit) | 0;
        at += 1;
      }
      // A control character, or (0) the end of the text.
      else throw new JsonError(at);
    }
    const end = at + 1;
    this.at = end;
    const value = isEscaped ? (JSON.parse(text.slice(start, end)) as string) : this.#cut(start + 1, at, hash);
    return new JsonScalar(value, value, 'double', start + this.#base, end + this.#base);
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
    return new JsonScalar(text, value, 'plain', start + this.#base, this.at + this.#base);
  }

  /** The list or map of the key as one that is read on demand; null when it is to be read now. */
  #passOver(key: string, depth: number): SourceNode | null {
    if (!this.#isLazy) return null;
    if (key === 'items' && depth === 1) return this.#readItems(depth);
    return seldomRead.has(key) ? this.#readLater(depth, null) : null;
  }

  /**
   * The objects of a dump, each read when it is its turn: what is read of it can go again before the next one, and garbage
   * that never comes to be old costs next to nothing.
   */
  #readItems(depth: number): SourceNode | null {
    if (this.#units[this.at] !== openList) return null;
    const start = this.at;
    const items: SourceNode[] = [];
    if (!this.#enter(closeList)) {
      do items.push(this.#readLater(depth + 1, []) ?? this.readValue(depth + 1));
      while (this.#goesOn(closeList));
    }
    return { type: 'seq', flow: true, range: this.#toRange(start), items };
  }

  #readLater(depth: number, extents: JsonExtents | null): SourceNode | null {
    const start = this.at;
    const unit = this.#units[start];
    if (unit !== openMap && unit !== openList) return null;
    const end = this.#findExtent() ?? skipJson(this.#json, start, maxDepth - depth, extents);
    // What is wrong with it is found by reading it.
    if (end === -1) return null;
    this.at = end;
    const range = this.#toRange(start);
    const former = { cut: this.#cut, extents: extents ?? [] };
    const read = (): JsonReader => new JsonReader(this.#json, start, this.#issues, true, former);
    return unit === openMap
      ? new LazyJsonMap(range, () => read().readMap(depth).entries)
      : new LazyJsonSeq(range, () => read().readSeq(depth).items);
  }

  /** Where the list or map at `at` ends, if that is known. */
  #findExtent(): number | null {
    while (this.#extent < this.#extents.length && this.#extents[this.#extent]! < this.at) this.#extent += 2;
    return this.#extents[this.#extent] === this.at ? this.#extents[this.#extent + 1]! : null;
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
