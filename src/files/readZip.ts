import type { FilePath } from '../engine/index.ts';
import type { ImportCollector } from './createImportCollector.ts';
import type { ImportPace } from './createImportPace.ts';
import { findSkipped } from './findSkipped.ts';
import { toWorkspacePath } from './toWorkspacePath.ts';
import { createBlobReader } from './zip/createBlobReader.ts';
import type { BlobReader } from './zip/createBlobReader.ts';
import { inflateEntry } from './zip/inflateEntry.ts';
import { readZipDirectory } from './zip/readZipDirectory.ts';
import { BrokenArchive } from './zip/ZipEntry.ts';
import type { ZipEntry } from './zip/ZipEntry.ts';

/** Reads the manifests of a zip archive into the collector. Rejects only when the pace does, that is when cancelled. */
export async function readZip(
  archive: Blob,
  path: FilePath,
  collector: ImportCollector,
  pace: ImportPace,
): Promise<void> {
  const reader = createBlobReader(archive);
  let entries: readonly ZipEntry[];
  try {
    entries = await readZipDirectory(reader);
  } catch (error) {
    if (!(error instanceof BrokenArchive)) throw error;
    return collector.addProblem({ code: 'ARCHIVE_BROKEN', path, args: { reason: error.message } });
  }
  const files = selectEntries(entries, { path, collector });
  await readFiles(files, { path, collector, pace, reader });
}

interface ArchiveFile {
  readonly path: FilePath;
  readonly entry: ZipEntry;
}

/** The manifests to read; notes everything else. */
function selectEntries(
  entries: readonly ZipEntry[],
  { path, collector }: { readonly path: FilePath; readonly collector: ImportCollector },
): readonly ArchiveFile[] {
  const files: ArchiveFile[] = [];
  let encrypted = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.name.endsWith('/') || entry.name === '') continue;
    const entryPath = toWorkspacePath(entry.name);
    if (index >= collector.limits.entries) {
      collector.leaveOut(entryPath);
      continue;
    }
    const skipped = findSkipped(entryPath, 0);
    if (skipped?.reason === 'archive') {
      collector.addProblem({
        code: 'ARCHIVE_NESTED',
        severity: 'warning',
        path: entryPath,
        args: { archive: path, name: entryPath },
      });
    }
    if (skipped !== null) collector.skip(skipped);
    else if (entry.isEncrypted) encrypted += 1;
    else files.push({ path: entryPath, entry });
  }
  if (encrypted > 0) {
    const reason = encrypted === 1 ? 'one file in it is encrypted' : `${encrypted} files in it are encrypted`;
    collector.addProblem({ code: 'ARCHIVE_BROKEN', path, args: { reason, encrypted } });
  }
  return files;
}

async function readFiles(
  files: readonly ArchiveFile[],
  context: {
    readonly path: FilePath;
    readonly collector: ImportCollector;
    readonly pace: ImportPace;
    readonly reader: BlobReader;
  },
): Promise<void> {
  const { path, collector, pace, reader } = context;
  const { limits } = collector;
  let inflated = 0;
  for (const [index, file] of files.entries()) {
    await pace(index, files.length, file.path);
    // The size it claims is believed only when it speaks against it.
    if (!collector.admits(file.path, file.entry.size)) continue;
    try {
      const result = await inflateEntry(file.entry, reader, {
        limits,
        room: limits.totalSize - inflated,
        spend: (bytes) => {
          inflated += bytes;
        },
        pause: () => pace(index, files.length, file.path),
      });
      if (result.type === 'file') collector.addBytes(file.path, result.bytes);
      else if (result.type === 'too-large' && inflated < limits.totalSize) {
        collector.addProblem({
          code: 'FILE_TOO_LARGE',
          path: file.path,
          args: { size: result.size, limit: limits.fileSize },
        });
      } else {
        // What was read stays; the rest of an archive that behaves like this is not worth the risk.
        return collector.addProblem({
          code: 'ARCHIVE_TOO_LARGE',
          path,
          args: { limit: limits.totalSize, file: file.path, read: index, leftOut: files.length - index },
        });
      }
    } catch (error) {
      if (!(error instanceof BrokenArchive)) throw error;
      collector.addProblem({ code: 'ARCHIVE_BROKEN', path: file.path, args: { reason: error.message, archive: path } });
    }
  }
}
