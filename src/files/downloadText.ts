import { downloadBlob } from './downloadBlob.ts';
import { encodeText } from './encodeText.ts';
import type { TextEncoding } from './WorkspaceStorage.ts';

/** Downloads a text, byte for byte as it came in. A path's last segment is the name. */
export function downloadText(path: string, text: string, encoding?: TextEncoding): void {
  const name = path.slice(path.lastIndexOf('/') + 1);
  downloadBlob(name, new Blob([encodeText(text, encoding)], { type: 'application/octet-stream' }));
}
