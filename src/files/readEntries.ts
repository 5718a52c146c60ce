import { createImportCollector } from './createImportCollector.ts';
import { createImportPace } from './createImportPace.ts';
import { findSkipped } from './findSkipped.ts';
import { importLimits } from './importLimits.ts';
import type { ImportLimits } from './importLimits.ts';
import type { ImportContext, ImportResult } from './ImportSource.ts';
import { toWorkspacePath } from './toWorkspacePath.ts';
import type { ImportCollector } from './createImportCollector.ts';
import type { ImportPace } from './createImportPace.ts';

/** A file somewhere outside, not read yet. */
export interface FileEntry {
  readonly name: string;
  /** How many leading segments of `name` were chosen by hand: all for a single file, one for a folder's content. */
  readonly chosen: number;
  open(): Promise<File>;
}

/** What finds the entries; it may take long itself and note what it skips. */
export type FindEntries = (collector: ImportCollector, pace: ImportPace) => Promise<readonly FileEntry[]>;

const archiveName = /\.zip$/i;

/** Reads files one after the other, archives among them opened, giving the page its turns. */
export function readEntries(
  find: FindEntries,
  context: ImportContext,
  limits: ImportLimits = importLimits,
): Promise<ImportResult> {
  const { signal } = context;
  const cancelled = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // A read that hangs, on a network drive say, must not hold up cancelling.
  return Promise.race([readAll(find, context, limits), cancelled]);
}

async function readAll(find: FindEntries, context: ImportContext, limits: ImportLimits): Promise<ImportResult> {
  const collector = createImportCollector({ limits, taken: context.taken });
  const pace = createImportPace(context);
  // Folders are listed in the order of the disk; the workspace has an order that everyone can expect.
  const entries = [...(await find(collector, pace))].sort((a, b) => compareNames(a.name, b.name));
  for (const [index, entry] of entries.entries()) {
    await pace(index, entries.length, entry.name);
    const paceInside: ImportPace = (done, total, label) =>
      entries.length === 1 ? pace(done, total, label) : pace(index, entries.length, label);
    await readEntry(entry, collector, paceInside);
  }
  context.signal.throwIfAborted();
  context.onProgress(entries.length, entries.length, '');
  return collector.toResult();
}

async function readEntry(entry: FileEntry, collector: ImportCollector, pace: ImportPace): Promise<void> {
  const path = toWorkspacePath(entry.name);
  const skipped = findSkipped(path, entry.chosen);
  if (skipped !== null) return collector.skip(skipped);
  try {
    const file = await entry.open();
    if (archiveName.test(path)) {
      const { readZip } = await import('./readZip.ts');
      return await readZip(file, path, collector, pace);
    }
    if (!collector.admits(path, file.size)) return;
    collector.addBytes(path, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    // Cancelling comes through here as well: the pace throws again before the next file.
    collector.addProblem({ code: 'FILE_UNREADABLE', path, args: { reason: toMessage(error) } });
  }
}

/** By folder and name, code unit by code unit: the same on every machine. */
const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));
