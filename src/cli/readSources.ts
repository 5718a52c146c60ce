import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { maxFileLength, toFilePath, type Problem, type ProblemCode, type SourceFile } from '../engine/analysis.ts';
import { UsageError } from './UsageError.ts';

const manifestName = /\.(ya?ml|json)$/i;
const skippedFolders = new Set(['node_modules', '.git']);

/** No more than three bytes of UTF-8 make one unit of the length that counts; the engine judges what is shorter. */
const maxBytes = 3 * maxFileLength;

/** What PATH arguments name, and what of it could not be read. */
export interface Sources {
  readonly files: readonly SourceFile[];
  /** FILE_TOO_LARGE and FILE_UNREADABLE, at the start of files that are not among `files`. */
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly files: SourceFile[];
  readonly problems: Problem[];
  /** Links may lead round in circles, and paths may overlap. */
  readonly visited: Set<string>;
}

/**
 * The files that PATH arguments name: a file as it is, a folder's manifests at any depth in the order of their names, `-`
 * for standard input. Each file counts once. Throws UsageError for a path that is not there or holds no manifest.
 */
export async function readSources(paths: readonly string[], readStdin: () => Promise<Uint8Array>): Promise<Sources> {
  if (paths.length === 0) throw new UsageError('no PATH was given');
  const reading: Reading = { files: [], problems: [], visited: new Set() };
  for (const path of paths) {
    if (path !== '-') {
      if ((await stat(path).catch(() => null)) === null) throw new UsageError(`no such file or folder: ${path}`);
      await readPath(path, reading);
    } else if (!reading.visited.has('-')) {
      reading.visited.add('-');
      reading.files.push({ path: toFilePath('-'), text: decodeText(await readStdin()) });
    }
  }
  const { files, problems } = reading;
  if (files.length + problems.length === 0) throw new UsageError(`no .yaml, .yml or .json file in ${paths.join(', ')}`);
  return { files, problems };
}

/** A file or a folder; what cannot be read is a problem and the rest goes on. */
async function readPath(path: string, reading: Reading): Promise<void> {
  const report = (code: ProblemCode, args: Problem['args']): void => {
    const at = { file: toFilePath(path.replaceAll('\\', '/')), start: 0, end: 0 };
    reading.problems.push({ code, severity: 'error', at, args });
  };
  try {
    const place = await realpath(path);
    if (reading.visited.has(place)) return;
    reading.visited.add(place);
    const info = await stat(path);
    if (info.isDirectory()) return await readFolder(path, reading);
    if (info.size > maxBytes) return report('FILE_TOO_LARGE', { size: info.size, limit: maxFileLength });
    const text = decodeText(await readFile(path));
    reading.files.push({ path: toFilePath(path.replaceAll('\\', '/')), text });
  } catch (error) {
    report('FILE_UNREADABLE', { reason: toReason(error) });
  }
}

async function readFolder(path: string, reading: Reading): Promise<void> {
  for (const name of (await readdir(path)).sort()) {
    const inside = join(path, name);
    const entry = await stat(inside).catch(() => null);
    // A link that leads nowhere is none of both.
    if (
      entry?.isDirectory() === true ? !skippedFolders.has(name) : entry?.isFile() !== false && manifestName.test(name)
    ) {
      await readPath(inside, reading);
    }
  }
}

/** `permission denied` of `EACCES: permission denied, open 'a.yaml'`. */
const toReason = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z]+: ([^,]+),/.exec(message)?.[1] ?? message;
};

/** UTF-8, or UTF-16 when a byte order mark says so, which YAML allows. The mark of UTF-8 stays: the reader knows it. */
function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return encoding === null
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    : new TextDecoder(encoding).decode(bytes);
}
