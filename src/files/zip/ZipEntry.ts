/** A line of an archive's table of contents. Nothing in it can be trusted. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header is, from the start of the archive. */
  readonly offset: number;
}

/** An archive that cannot be read; the message completes "The archive cannot be read: …". */
export class BrokenArchive extends Error {}
