import type { DocumentTree } from './DocumentTree.ts';
import type { ObjectSource } from './KubernetesObject.ts';
import type { FilePath, TextRange } from './SourceFile.ts';
import type { SourceMap } from './SourceNode.ts';

/** Where an object stands, without its tree: that is the document's to keep or to read again. */
export class ObjectPlace implements ObjectSource {
  readonly file: FilePath;
  readonly document: number;
  readonly range: TextRange;
  readonly inList: boolean;
  readonly #tree: DocumentTree;
  readonly #content: object;

  constructor(place: Omit<ObjectSource, 'node' | 'content'>, tree: DocumentTree, content: object = place.range) {
    this.file = place.file;
    this.document = place.document;
    this.range = place.range;
    this.inList = place.inList;
    this.#tree = tree;
    this.#content = content;
  }

  get node(): SourceMap {
    return this.#tree.mapAt(this.range);
  }

  get content(): object {
    return this.#content;
  }
}
