import type { TextEncoding } from './WorkspaceStorage.ts';

export type DecodedText = { readonly text: string; readonly encoding: TextEncoding };

/** Text with its byte order mark, so that `encodeText` gives the same bytes; null when the bytes are not text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const encoding = findEncoding(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) return null;
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return encoding !== 'utf-8' && text.includes('\0') ? null : { text, encoding };
  } catch {
    return null;
  }
}

function findEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
