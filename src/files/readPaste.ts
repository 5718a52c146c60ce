import { toFilePath } from '../engine/index.ts';
import { createImportCollector } from './createImportCollector.ts';
import { encodeText } from './encodeText.ts';
import { importLimits } from './importLimits.ts';
import type { ImportSource } from './ImportSource.ts';

/** Text that was pasted becomes a file. */
export const readPaste: ImportSource<string> = {
  id: 'paste',
  label: 'Paste manifests',
  read: (text, { signal, taken }) => {
    if (signal.aborted) return Promise.reject(signal.reason);
    const collector = createImportCollector({ limits: importLimits, taken });
    const path = toFilePath(isJson(text) ? 'pasted.json' : 'pasted.yaml');
    const bytes = encodeText(text);
    if (collector.admits(path, bytes.length)) collector.addBytes(path, bytes);
    return Promise.resolve(collector.toResult());
  },
};

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
