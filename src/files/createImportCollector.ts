import type { FilePath, Problem, ProblemCode, ProblemSeverity } from '../engine/index.ts';
import { createUniquePaths } from './createUniquePaths.ts';
import { decodeText } from './decodeText.ts';
import type { ImportResult, SkippedEntry } from './ImportSource.ts';
import type { ImportLimits } from './importLimits.ts';
import type { ImportedFile } from './WorkspaceStorage.ts';

export interface ImportProblem {
  readonly code: ProblemCode;
  readonly path: FilePath;
  readonly severity?: ProblemSeverity;
  readonly args?: Problem['args'];
}

/** Gathers what one import reads, within its limits. */
export interface ImportCollector {
  readonly limits: ImportLimits;
  /** Asked before a file of so many bytes is read; a refusal is noted. */
  admits(path: FilePath, size: number): boolean;
  /** Takes the bytes of a file that was admitted. */
  addBytes(path: FilePath, bytes: Uint8Array): void;
  addProblem(problem: ImportProblem): void;
  skip(entry: SkippedEntry): void;
  /** A file that no limit leaves room for. */
  leaveOut(path: FilePath): void;
  toResult(): ImportResult;
}

export function createImportCollector(options: {
  readonly limits: ImportLimits;
  readonly taken?: Iterable<FilePath> | undefined;
}): ImportCollector {
  const { limits } = options;
  const maxima = { files: limits.files, bytes: limits.totalSize, entries: limits.entries };
  const paths = createUniquePaths(options.taken);
  const files: ImportedFile[] = [];
  const problems: Problem[] = [];
  const skipped = new Map<string, SkippedEntry>();
  let size = 0;
  const leftOut = new Map<keyof typeof maxima, { readonly first: FilePath; count: number }>();
  const addProblem: ImportCollector['addProblem'] = ({ code, path, severity = 'error', args = {} }) => {
    problems.push({ code, severity, at: { file: path, start: 0, end: 0 }, args });
  };

  const leaveOut = (path: FilePath, unit: keyof typeof maxima): void => {
    const tally = leftOut.get(unit) ?? { first: path, count: 0 };
    tally.count += 1;
    leftOut.set(unit, tally);
  };

  return {
    limits,
    admits(path, bytes) {
      if (bytes > limits.fileSize) {
        addProblem({ code: 'FILE_TOO_LARGE', path, args: { size: bytes, limit: limits.fileSize } });
        return false;
      }
      // Once something is left out, so is everything after it: "the first so many were read" can be understood.
      const isCut = leftOut.has('files') || leftOut.has('bytes');
      const room = !isCut && files.length < limits.files && size + bytes <= limits.totalSize;
      if (!room) leaveOut(path, files.length < limits.files ? 'bytes' : 'files');
      return room;
    },
    addBytes(path, bytes) {
      const decoded = decodeText(bytes);
      if (decoded === null) return addProblem({ code: 'FILE_BINARY', path, args: { size: bytes.length } });
      const unique = paths.claim(path);
      size += bytes.length;
      const { text, encoding } = decoded;
      files.push(encoding === 'utf-8' ? { path: unique, text } : { path: unique, text, encoding });
    },
    addProblem,
    skip(entry) {
      skipped.set(entry.path, entry);
    },
    leaveOut(path) {
      leaveOut(path, 'entries');
    },
    toResult() {
      for (const [unit, { first, count }] of leftOut) {
        const args = { unit, limit: maxima[unit], read: files.length, leftOut: count, first };
        addProblem({ code: 'TOO_MANY_FILES', path: first, args });
      }
      return { files, problems, skipped: [...skipped.values()] };
    },
  };
}
