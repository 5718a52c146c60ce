import type { DocumentTree } from './DocumentTree.ts';
import type { InternTable } from './InternTable.ts';
import type { KubernetesObject, NamespaceObject, PolicyObject } from './KubernetesObject.ts';
import type { Problem } from './Problem.ts';
import type { SortedProblems } from './sortProblems.ts';
import type { FilePath, SourceFile, TextRange } from './SourceFile.ts';
import type { SourceNode } from './SourceNode.ts';

/**
 * - ok: parsed; its objects count
 * - stale: broken now; the objects of its last good text still count
 * - broken: broken and never was good; nothing of it counts
 * - empty: only blank space and comments
 */
export type DocumentStatus = 'ok' | 'stale' | 'broken' | 'empty';

/** One YAML document of a file (a JSON file is one document). */
export interface ManifestDocument {
  readonly file: FilePath;
  readonly index: number;
  /** From after the `---` line to before the next one (or the end of the file). */
  readonly range: TextRange;
  readonly status: DocumentStatus;
  /** The tree of the current text when it parses (parsed once more when it was not kept); null otherwise. */
  readonly root: SourceNode | null;
  /** Whether that is a map in braces, as in JSON. */
  readonly isFlow: boolean;
  /** The objects in it (several for a List); of the last good text when stale. */
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
  /** What `root` comes from; while stale, of the last good text, as if that stood at this document's start. */
  readonly tree: DocumentTree | null;
}

export interface ManifestFile {
  readonly source: SourceFile;
  readonly documents: readonly ManifestDocument[];
  /** Those of all documents. */
  readonly objects: readonly KubernetesObject[];
  /** The policies among them. */
  readonly policies: readonly PolicyObject[];
  /** Those that stand for others, which a controller makes of them. */
  readonly unrendered: readonly KubernetesObject[];
  /** The same by namespace, `''` for what is in none. */
  readonly byNamespace: ReadonlyMap<string, readonly KubernetesObject[]>;
  /** The namespaces that its Namespace objects are, or its other objects of the evaluation are in, as they appear. */
  readonly namespaces: readonly string[];
  /** Problems of the file as a whole (empty, binary, too large) and of its documents, by offset. */
  readonly problems: readonly Problem[];
}

/** What all files say of one namespace, or, with the name `''`, of the cluster as a whole. */
export interface NamespaceContent {
  readonly name: string;
  /** In the order of the files, each once. */
  readonly objects: readonly KubernetesObject[];
  /** The Namespace object that counts; null when there is none. */
  readonly described: NamespaceObject | null;
  /** Definitions that do not count, because a later one does. */
  readonly duplicates: ReadonlySet<KubernetesObject>;
  /** OBJECT_DUPLICATE and NAMESPACE_NOT_DESCRIBED. */
  readonly problems: readonly Problem[];
  /** Per file that has something of it, what that has: whether anything changed. */
  readonly parts: readonly { readonly file: ManifestFile; readonly objects: readonly KubernetesObject[] }[];
}

/**
 * Everything read from the files, in the order of the files. `objects` holds each object once: of duplicates the last
 * one counts, as it would after `kubectl apply`, and the others are reported.
 */
export interface ManifestSet {
  readonly files: readonly ManifestFile[];
  readonly objects: readonly KubernetesObject[];
  /** The policies among them. */
  readonly policies: readonly PolicyObject[];
  /**
   * The objects by namespace; first those of the evaluation, in the order in which their names appear in the files. The same
   * value as in the set before where nothing of the namespace changed or moved.
   */
  readonly namespaces: ReadonlyMap<string, NamespaceContent>;
  /** All problems, those of the documents included, by file and offset. */
  readonly problems: readonly Problem[];
  readonly problemsByFile: SortedProblems;
  /** What the next set can go on with. */
  readonly table: InternTable;
}
