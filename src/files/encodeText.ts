import type { TextEncoding } from './WorkspaceStorage.ts';

/** The inverse of `decodeText`. */
export function encodeText(text: string, encoding: TextEncoding = 'utf-8'): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) {
    bytes.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  }
  return new Uint8Array(bytes.buffer);
}
