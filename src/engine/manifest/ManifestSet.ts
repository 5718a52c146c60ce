import type { KubernetesObject } from './KubernetesObject.ts';
import type { Problem } from './Problem.ts';
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
  /** The tree of the current text when it parses; null otherwise. */
  readonly root: SourceNode | null;
  /** The objects in it (several for a List); of the last good text when stale. */
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
  /** While stale: the tree of the last good text, as if that stood at this document's start. */
  readonly lastGood?: SourceNode;
}

export interface ManifestFile {
  readonly source: SourceFile;
  readonly documents: readonly ManifestDocument[];
  /** Problems of the file as a whole (empty, binary, too large). */
  readonly problems: readonly Problem[];
}

/**
 * Everything read from the files, in the order of the files. `objects` holds each object once: of duplicates the last
 * one counts, as it would after `kubectl apply`, and the others are reported.
 */
export interface ManifestSet {
  readonly files: readonly ManifestFile[];
  readonly objects: readonly KubernetesObject[];
  /** All problems, those of the documents included, by file and offset. */
  readonly problems: readonly Problem[];
}
