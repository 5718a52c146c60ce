import type { ImportSource } from './ImportSource.ts';
import { readEntries } from './readEntries.ts';

/** Files chosen one by one, whatever they are called; zip archives among them are opened. */
export const readFiles: ImportSource<Iterable<File>> = {
  id: 'files',
  label: 'Open files',
  read: (files, context) => {
    const entries = [...files].map((file) => ({
      name: file.name,
      chosen: Infinity,
      open: () => Promise.resolve(file),
    }));
    return readEntries(() => Promise.resolve(entries), context);
  },
};
