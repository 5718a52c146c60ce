import { readDrop } from './readDrop.ts';
import { readFiles } from './readFiles.ts';
import { readFolder } from './readFolder.ts';
import { readPaste } from './readPaste.ts';
import { readSample } from './readSample.ts';

/** Every way in. A new one is its file and a line here. */
export const importSources = {
  files: readFiles,
  folder: readFolder,
  drop: readDrop,
  paste: readPaste,
  sample: readSample,
} as const;

export type ImportSourceId = keyof typeof importSources;
