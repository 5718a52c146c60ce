import type { ImportSource } from './ImportSource.ts';
import { readEntries } from './readEntries.ts';

/** All files of a folder, as an input with `webkitdirectory` gives them. */
export const readFolder: ImportSource<Iterable<File>> = {
  id: 'folder',
  label: 'Open folder',
  read: (files, context) => {
    const entries = [...files].map((file) => ({
      name: file.webkitRelativePath || file.name,
      chosen: 1,
      open: () => Promise.resolve(file),
    }));
    return readEntries(() => Promise.resolve(entries), context);
  },
};
