import { Zip, ZipDeflate } from 'fflate';
import { createImportPace } from './createImportPace.ts';
import { encodeText } from './encodeText.ts';
import type { ImportedFile } from './WorkspaceStorage.ts';

/** The first moment a zip archive can name, in local time as zip has it: the same files give the same bytes everywhere. */
const timestamp = new Date(1980, 0, 1);

/** All files as they are, byte for byte, in their folders. Rejects only when cancelled. */
export async function exportZip(
  files: readonly ImportedFile[],
  options: { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Blob> {
  const { signal = new AbortController().signal, onProgress } = options;
  const pace = createImportPace({ signal, onProgress: (done) => onProgress?.(done, files.length) });
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure ??= error;
    else chunks.push(new Uint8Array(chunk));
  });
  for (const [index, file] of files.entries()) {
    await pace(index, files.length, file.path);
    const entry = new ZipDeflate(file.path, { level: 6 });
    entry.mtime = timestamp;
    zip.add(entry);
    entry.push(encodeText(file.text, file.encoding), true);
  }
  zip.end();
  if (failure !== null) throw failure as Error;
  return new Blob(chunks, { type: 'application/zip' });
}
