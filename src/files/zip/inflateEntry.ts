import { Inflate } from 'fflate';
import type { ImportLimits } from '../importLimits.ts';
import { computeCrc32 } from './computeCrc32.ts';
import type { BlobReader } from './createBlobReader.ts';
import { BrokenArchive } from './ZipEntry.ts';
import type { ZipEntry } from './ZipEntry.ts';

export type InflatedEntry =
  | { readonly type: 'file'; readonly bytes: Uint8Array }
  | { readonly type: 'too-large'; readonly size: number }
  /** It grows as no real file does. */
  | { readonly type: 'bomb' };

export interface InflateOptions {
  readonly limits: ImportLimits;
  /** The bytes that may still come out of the whole archive. */
  readonly room: number;
  /** Told of everything that comes out, also of what is then found too large or damaged. */
  readonly spend: (bytes: number) => void;
  readonly pause: () => Promise<void>;
}

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
  { limits, room, spend, pause }: InflateOptions,
): Promise<InflatedEntry> {
  if (entry.method !== 0 && entry.method !== 8)
    throw new BrokenArchive(`its compression (${entry.method}) is not known`);
  const output = createOutput(entry.method);
  const start = await findData(entry, reader);
  const most = Math.min(limits.fileSize, room);

  for (let at = 0; at < entry.compressedSize; at += chunkSize) {
    const length = Math.min(chunkSize, entry.compressedSize - at);
    const before = output.size();
    output.push(await reader.read(start + at, length), at + length === entry.compressedSize);
    const size = output.size();
    spend(size - before);
    if (size > limits.ratioFrom && size > (at + length) * limits.ratio) return { type: 'bomb' };
    if (size > most) return { type: 'too-large', size };
    await pause();
  }

  const bytes = output.toBytes();
  if (bytes.length !== entry.size || computeCrc32(bytes) !== entry.crc)
    throw new BrokenArchive('its content is damaged');
  return { type: 'file', bytes };
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
