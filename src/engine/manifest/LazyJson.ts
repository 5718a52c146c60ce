import type { TextRange } from './SourceFile.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceSeq } from './SourceNode.ts';

/** A map in JSON whose entries are read when somebody asks. */
export class LazyJsonMap implements SourceMap {
  readonly type = 'map';
  readonly flow = true;
  readonly range: TextRange;
  readonly #read: () => readonly SourceEntry[];
  #entries: readonly SourceEntry[] | null = null;

  constructor(range: TextRange, read: () => readonly SourceEntry[]) {
    this.range = range;
    this.#read = read;
  }

  get entries(): readonly SourceEntry[] {
    return (this.#entries ??= this.#read());
  }

  /** Lets go of what was read; who asks once more gets equal entries, not the same. */
  forget(): void {
    this.#entries = null;
  }
}

/** Lets go of what was read of a value, where it can be read again. */
export const forgetEntries = (node: SourceNode): void => {
  if (node instanceof LazyJsonMap) node.forget();
};

/** A list in JSON whose items are read when somebody asks. */
export class LazyJsonSeq implements SourceSeq {
  readonly type = 'seq';
  readonly flow = true;
  readonly range: TextRange;
  #read: (() => readonly SourceNode[]) | null;
  #items: readonly SourceNode[] = [];

  constructor(range: TextRange, read: () => readonly SourceNode[]) {
    this.range = range;
    this.#read = read;
  }

  get items(): readonly SourceNode[] {
    if (this.#read !== null) {
      this.#items = this.#read();
      this.#read = null;
    }
    return this.#items;
  }
}
