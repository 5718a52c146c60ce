import type { DocumentTree } from './DocumentTree.ts';
import type { KubernetesObject } from './KubernetesObject.ts';
import type { DocumentStatus, ManifestDocument } from './ManifestSet.ts';
import type { Problem } from './Problem.ts';
import type { FilePath, TextRange } from './SourceFile.ts';
import type { SourceNode } from './SourceNode.ts';

/** A document whose tree is there when somebody asks for it. */
export class LazyDocument implements ManifestDocument {
  readonly file: FilePath;
  readonly index: number;
  readonly range: TextRange;
  readonly status: DocumentStatus;
  readonly isFlow: boolean;
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
  readonly tree: DocumentTree | null;

  constructor(fields: Omit<ManifestDocument, 'root'>) {
    this.file = fields.file;
    this.index = fields.index;
    this.range = fields.range;
    this.status = fields.status;
    this.isFlow = fields.isFlow;
    this.objects = fields.objects;
    this.problems = fields.problems;
    this.tree = fields.tree;
  }

  get root(): SourceNode | null {
    return this.status === 'ok' && this.tree !== null ? this.tree.root : null;
  }
}
