import { findMap } from './findMap.ts';
import { graftItems } from './graftItems.ts';
import { parseDocument } from './parseDocument.ts';
import { shiftNode } from './shiftNode.ts';
import type { TextRange } from './SourceFile.ts';
import type { SourceMap, SourceNode } from './SourceNode.ts';

/** Where a document's text is, and where it stands by now. */
interface TreePlace {
  /** Holds the document at `at`: the file's text, or of a document that is broken by now, the text that was good. */
  readonly text: string;
  readonly at: TextRange;
  /** Where the document starts in the file's current text. */
  readonly start: number;
}

/** Parts of the tree as they were parsed, by their start then; `shift` later they stand now. */
interface KeptParts {
  readonly parts: ReadonlyMap<number, SourceNode>;
  readonly whole: SourceNode | null;
  readonly shift: number;
}

const nothing: KeptParts = { parts: new Map([]), whole: null, shift: 0 };

/**
 * The tree of a document that was parsed once. A tree takes some twenty times the room of its text, so only the parts
 * that are needed again are kept; the rest is parsed once more when somebody asks, which is when a person edits it. Where
 * the text moves, nothing is copied before somebody asks. All offsets count in the file's current text.
 */
export class DocumentTree {
  #place: TreePlace;
  #kept: KeptParts;
  /** Filled on demand. */
  #root: SourceNode | null;
  readonly #moved = new Map<SourceNode, SourceNode>();

  private constructor(place: TreePlace, kept: KeptParts, root: SourceNode | null) {
    this.#place = place;
    this.#kept = kept;
    this.#root = root;
  }

  /** A document that has just been parsed; whole until `keep` says what is needed of it. */
  static of(text: string, at: TextRange, root: SourceNode): DocumentTree {
    return new DocumentTree({ text, at, start: at.start }, { ...nothing, whole: root }, root);
  }

  /** Lets go of everything but `parts`, maps of the tree. */
  keep(parts: readonly SourceMap[]): void {
    const { whole, shift } = this.#kept;
    if (whole === null || parts.some((part) => part === whole)) return;
    this.#kept = { parts: new Map(parts.map((part) => [part.range.start, part])), whole: null, shift };
    this.#root = null;
  }

  /** The same document in `text`, the file's new text, where it starts at `start`. */
  moveTo(text: string, start: number): DocumentTree {
    const { at } = this.#place;
    return this.#move({ text, at: { start, end: start + at.end - at.start }, start });
  }

  /** As if it stood at `start`, where something stands now that cannot be read: the text stays the one that was good. */
  keepAt(start: number): DocumentTree {
    return start === this.#place.start ? this : this.#move({ ...this.#place, start });
  }

  #move(place: TreePlace): DocumentTree {
    const shift = this.#kept.shift + place.start - this.#place.start;
    return new DocumentTree(place, { ...this.#kept, shift }, null);
  }

  /** The file's text has changed elsewhere: no old text is held on to for the sake of a stretch that stayed. */
  rebase(text: string): void {
    if (this.#place.at.start === this.#place.start) this.#place = { ...this.#place, text };
  }

  get root(): SourceNode {
    return (this.#root ??= this.#readRoot());
  }

  /** The map that stands at exactly `range`; what an alias there refers to. */
  mapAt(range: TextRange): SourceMap {
    return this.#findPart(range) ?? findMap(this.root, range) ?? createEmpty(range);
  }

  #readRoot(): SourceNode {
    const { whole } = this.#kept;
    if (whole !== null) return this.#toMoved(whole);
    const { text, at, start } = this.#place;
    const { root } = parseDocument(text, at);
    if (root === null) return createEmpty({ start, end: start });
    const placed = start === at.start ? root : shiftNode(root, start - at.start);
    return this.#kept.parts.size === 0 ? placed : graftItems(placed, (range) => this.#findPart(range));
  }

  #findPart({ start, end }: TextRange): SourceMap | null {
    const { parts, shift } = this.#kept;
    const part = parts.get(start - shift);
    return part?.type === 'map' && part.range.end === end - shift ? (this.#toMoved(part) as SourceMap) : null;
  }

  #toMoved(node: SourceNode): SourceNode {
    const { shift } = this.#kept;
    if (shift === 0) return node;
    const moved = this.#moved.get(node) ?? shiftNode(node, shift);
    this.#moved.set(node, moved);
    return moved;
  }
}

const createEmpty = (range: TextRange): SourceMap => ({ type: 'map', flow: true, range, entries: [] });
