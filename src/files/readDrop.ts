import { findFolderSkipReason } from './findSkipped.ts';
import type { ImportSource } from './ImportSource.ts';
import { readEntries } from './readEntries.ts';
import type { FileEntry, FindEntries } from './readEntries.ts';
import { readPaste } from './readPaste.ts';
import type { Dropped, DroppedItem } from './takeDropped.ts';
import { toWorkspacePath } from './toWorkspacePath.ts';

/** Files, folders, archives or text dropped on the page. */
export const readDrop: ImportSource<Dropped> = {
  id: 'drop',
  label: 'Drop files or folders',
  read: ({ items, text }, context) =>
    text !== null && items.length === 0
      ? readPaste.read(text, context)
      : readEntries((collector, pace) => findEntries(items, collector, pace), context),
};

async function findEntries(items: readonly DroppedItem[], ...[collector, pace]: Parameters<FindEntries>) {
  const found: FileEntry[] = [];
  const folders: FileSystemDirectoryEntry[] = [];

  for (const { entry, file } of items) {
    if (isFolder(entry)) folders.push(entry);
    else if (file !== null) found.push({ name: file.name, chosen: Infinity, open: () => Promise.resolve(file) });
    else if (isFile(entry)) found.push({ name: entry.name, chosen: Infinity, open: () => openFile(entry) });
  }

  let seen = 0;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const path = toWorkspacePath(folder.fullPath);
    try {
      for await (const entry of readFolderEntries(folder)) {
        seen += 1;
        await pace(seen, null, path);
        const entryPath = toWorkspacePath(entry.fullPath);
        if (seen > collector.limits.entries) {
          collector.leaveOut(entryPath);
          return found;
        }
        if (isFile(entry)) found.push({ name: entryPath, chosen: 1, open: () => openFile(entry) });
        if (!isFolder(entry)) continue;
        const reason = findFolderSkipReason(entry.name);
        if (reason === null) folders.push(entry);
        else collector.skip({ path: `${entryPath}/`, reason });
      }
    } catch (error) {
      // Cancelling comes through here as well: the pace throws again at the next step.
      const reason = error instanceof Error ? error.message : String(error);
      collector.addProblem({ code: 'FILE_UNREADABLE', path, args: { reason } });
    }
  }
  return found;
}

/** Chromium hands out a hundred at a time; an empty answer is the end. */
async function* readFolderEntries(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    yield* entries;
  }
}

const openFile = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const isFile = (entry: FileSystemEntry | null): entry is FileSystemFileEntry => entry?.isFile === true;
const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry => entry?.isDirectory === true;
