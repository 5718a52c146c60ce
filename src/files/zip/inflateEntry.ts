import { Inflate } from 'fflate';
import type { ImportLimits } from '../importLimits.ts';
import { computeCrc32 } from './computeCrc32.ts';
import type { BlobReader } from './createBlobReader.ts';
import { BrokenArchive } from './ZipEntry.ts';
import type { ZipEntry } from './ZipEntry.ts';

/** `bytes` is null when the file was larger than allowed; `inflated` says how much was inflated to find out. */
export type InflatedEntry =
  | { readonly type: 'file'; readonly bytes: Uint8Array; readonly inflated: number }
  | { readonly type: 'too-large'; readonly inflated: number }
  /** It grows as no real file does. */
  | { readonly type: 'bomb'; readonly inflated: number };

const localHeaderSignature = 0x04034b50;
const localHeaderLength = 30;

/** Small, because the inflater hands out all that one push gives: at most 1032 times as much. */
const chunkSize = 16 * 1024;

/**
 * The content of one entry. Limits hold for what really comes out, whatever the archive says of itself.
 * Throws `BrokenArchive` for what is damaged or not supported.
 */
export async function inflateEntry(
  entry: ZipEntry,
  reader: BlobReader,
  options: { readonly limits: ImportLimits; readonly room: number; readonly pause: () => Promise<void> },
): Promise<InflatedEntry> {
  const { limits, room, pause } = options;
  if (entry.method !== 0 && entry.method !== 8)
    throw new BrokenArchive(`its compression (${entry.method}) is not known`);
  const output = createOutput(entry.method);
  const start = await findData(entry, reader);
  const most = Math.min(limits.fileSize, room);

  for (let at = 0; at < entry.compressedSize; at += chunkSize) {
    const length = Math.min(chunkSize, entry.compressedSize - at);
    output.push(await reader.read(start + at, length), at + length === entry.compressedSize);
    const inflated = output.size();
    if (inflated > limits.ratioFrom && inflated > (at + length) * limits.ratio) return { type: 'bomb', inflated };
    if (inflated > most) return { type: 'too-large', inflated };
    await pause();
  }

  const bytes = output.toBytes();
  if (bytes.length !== entry.size || computeCrc32(bytes) !== entry.crc)
    throw new BrokenArchive('its content is damaged');
  return { type: 'file', bytes, inflated: bytes.length };
}

/** The local header has a name and extra fields of its own lengths. (APPNOTE.TXT 4.3.7) */
async function findData(entry: ZipEntry, reader: BlobReader): Promise<number> {
  const header = await reader.read(entry.offset, localHeaderLength);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== localHeaderSignature) throw new BrokenArchive('its content is damaged');
  return entry.offset + localHeaderLength + view.getUint16(26, true) + view.getUint16(28, true);
}

function createOutput(method: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    size += chunk.length;
  };
  const inflate = method === 8 ? new Inflate(take) : null;
  return {
    push(chunk: Uint8Array, isLast: boolean): void {
      if (inflate === null) return take(chunk);
      try {
        inflate.push(chunk, isLast);
      } catch {
        throw new BrokenArchive('its content is damaged');
      }
    },
    size: () => size,
    toBytes(): Uint8Array {
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      return bytes;
    },
  };
}
