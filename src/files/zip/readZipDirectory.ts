import type { BlobReader } from './createBlobReader.ts';
import type { ZipEntry } from './ZipEntry.ts';
import { BrokenArchive } from './ZipEntry.ts';

const endSignature = 0x06054b50;
const end64LocatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const entrySignature = 0x02014b50;

const endLength = 22;
const locatorLength = 20;
const longestComment = 0xffff;
const entryLength = 46;
/** The fixed part of an entry with a name and extra fields of ordinary length, times the entries anyone needs. */
const longestDirectory = 64 * 1024 * 1024;

/**
 * The table of contents, from the end of the archive, as every unpacker reads it: what stands before the entries'
 * data may lack sizes and may be an entry that was deleted. (APPNOTE.TXT 4.3.12, 4.3.14-16, 4.5.3)
 */
export async function readZipDirectory(reader: BlobReader): Promise<readonly ZipEntry[]> {
  const end = await findEnd(reader);
  if (end.size > longestDirectory) throw new BrokenArchive('its table of contents is too large');
  // Something may stand before the archive (a self-extracting one): then every offset is off by as much.
  const shift = end.position - end.size - end.offset;
  if (shift < 0) throw new BrokenArchive('its table of contents is missing');
  const bytes = await reader.read(end.offset + shift, end.size);
  return [...toEntries(bytes)].map((entry) => ({ ...entry, offset: entry.offset + shift }));
}

interface DirectoryEnd {
  /** Where the table of contents ends. */
  readonly position: number;
  readonly size: number;
  readonly offset: number;
}

async function findEnd(reader: BlobReader): Promise<DirectoryEnd> {
  const tailLength = Math.min(reader.size, endLength + longestComment + locatorLength);
  const tailStart = reader.size - tailLength;
  const tail = toView(await reader.read(tailStart, tailLength));
  for (let at = tailLength - endLength; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endSignature || at + endLength + tail.getUint16(at + 20, true) > tailLength)
      continue;
    const locator = at - locatorLength;
    if (locator >= 0 && tail.getUint32(locator, true) === end64LocatorSignature) {
      return readEnd64(reader, toNumber(tail, locator + 8));
    }
    return { position: tailStart + at, size: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true) };
  }
  throw new BrokenArchive('it is not a zip archive, or its end is missing');
}

async function readEnd64(reader: BlobReader, position: number): Promise<DirectoryEnd> {
  const view = toView(await reader.read(position, 56));
  if (view.getUint32(0, true) !== end64Signature) throw new BrokenArchive('its end is damaged');
  return { position, size: toNumber(view, 40), offset: toNumber(view, 48) };
}

function* toEntries(bytes: Uint8Array): Generator<ZipEntry> {
  const view = toView(bytes);
  for (let at = 0; at + entryLength <= bytes.length;) {
    if (view.getUint32(at, true) !== entrySignature) throw new BrokenArchive('its table of contents is damaged');
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + entryLength + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new BrokenArchive('its table of contents is damaged');
    const sizes = readSizes(view, { at, extra: nameEnd, extraEnd });
    yield {
      name: decodeName(bytes.subarray(at + entryLength, nameEnd)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 0x0001) !== 0,
      crc: view.getUint32(at + 16, true),
      ...sizes,
    };
    at = next;
  }
}

/** Sizes over 4 GB stand in an extra field, in this order, each only if its place in the entry is all ones. */
function readSizes(view: DataView, place: { at: number; extra: number; extraEnd: number }) {
  let wide = findExtra64(view, place.extra, place.extraEnd);
  const read = (offset: number): number => {
    const narrow = view.getUint32(place.at + offset, true);
    if (narrow !== 0xffffffff || wide === null || wide + 8 > place.extraEnd) return narrow;
    wide += 8;
    return toNumber(view, wide - 8);
  };
  const size = read(24);
  const compressedSize = read(20);
  return { size, compressedSize, offset: read(42) };
}

function findExtra64(view: DataView, start: number, end: number): number | null {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 0x0001) return at + 4;
  }
  return null;
}

/** UTF-8, also where the archive does not say so: nearly all that are not ASCII are. Backslashes come from Windows. */
function decodeName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    name = new TextDecoder('windows-1252').decode(bytes);
  }
  return name.replaceAll('\\', '/');
}

const toView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const toNumber = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));
