import type { FilePath, Problem } from '../engine/index.ts';
import type { ImportedFile } from './WorkspaceStorage.ts';

/** Why something was passed over without being a problem. */
export type SkipReason = 'hidden-folder' | 'dependency-folder' | 'system-file' | 'archive' | 'not-a-manifest';

export interface SkippedEntry {
  /** A file, or a whole folder (ends in `/`). */
  readonly path: string;
  readonly reason: SkipReason;
}

export interface ImportResult {
  readonly files: readonly ImportedFile[];
  readonly problems: readonly Problem[];
  readonly skipped: readonly SkippedEntry[];
}

/** What every import gets. When `signal` aborts, `read` rejects with its reason and nothing is imported. */
export interface ImportContext {
  readonly signal: AbortSignal;
  /** At most every 50 ms; `total` is null while it is not known. */
  readonly onProgress: (done: number, total: number | null, label: string) => void;
  /** Paths of the workspace that new files must not have; a file that would gets ` (2)`. */
  readonly taken?: Iterable<FilePath>;
}

/**
 * A way in. `read` rejects only when it was cancelled; everything else that goes wrong is a problem in the result.
 */
export interface ImportSource<Input> {
  readonly id: string;
  readonly label: string;
  read(input: Input, context: ImportContext): Promise<ImportResult>;
}
