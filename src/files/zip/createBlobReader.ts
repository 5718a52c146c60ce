import { BrokenArchive } from './ZipEntry.ts';

/** Bytes of a blob by position; neighbours are read together, because a read of a blob costs a round trip. */
export interface BlobReader {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

const windowSize = 1024 * 1024;

export function createBlobReader(blob: Blob): BlobReader {
  let window = new Uint8Array();
  let start = 0;
  return {
    size: blob.size,
    async read(offset, length) {
      if (!(offset >= 0 && length >= 0 && offset + length <= blob.size)) {
        throw new BrokenArchive('it points outside itself, part of it is missing');
      }
      if (offset < start || offset + length > start + window.length) {
        const end = Math.min(blob.size, offset + Math.max(length, windowSize));
        window = new Uint8Array(await blob.slice(offset, end).arrayBuffer());
        start = offset;
      }
      return window.subarray(offset - start, offset - start + length);
    },
  };
}
