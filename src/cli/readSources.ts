import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toFilePath, type SourceFile } from '../engine/analysis.ts';
import { UsageError } from './UsageError.ts';

const manifestName = /\.(ya?ml|json)$/i;
const skippedFolders = new Set(['node_modules', '.git']);

/**
 * The files that PATH arguments name: a file as it is, a folder's manifests at any depth in the order of their names, `-`
 * for standard input. Each file counts once. Throws UsageError for a path that is not there or holds no manifest.
 */
export async function readSources(
  paths: readonly string[],
  readStdin: () => Promise<Uint8Array>,
): Promise<readonly SourceFile[]> {
  if (paths.length === 0) throw new UsageError('no PATH was given');
  const visited = new Set<string>();
  const sources: SourceFile[] = [];
  for (const path of paths) {
    if (path === '-') {
      if (!visited.has('-')) sources.push({ path: toFilePath('-'), text: decodeText(await readStdin()) });
      visited.add('-');
      continue;
    }
    const before = visited.size;
    for (const file of await listManifests(path, visited)) {
      sources.push({ path: toFilePath(file.replaceAll('\\', '/')), text: decodeText(await readFile(file)) });
    }
    if (visited.size === before) continue;
  }
  if (sources.length === 0) throw new UsageError(`no .yaml, .yml or .json file in ${paths.join(', ')}`);
  return sources;
}

async function listManifests(path: string, visited: Set<string>): Promise<readonly string[]> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new UsageError(`no such file or folder: ${path}`);
  // Links may lead round in circles, and paths may overlap.
  const place = await realpath(path);
  if (visited.has(place)) return [];
  visited.add(place);
  if (!info.isDirectory()) return [path];
  const found: string[] = [];
  for (const name of (await readdir(path)).sort()) {
    const inside = join(path, name);
    const entry = await stat(inside).catch(() => null);
    if (entry?.isDirectory() ? !skippedFolders.has(name) : entry?.isFile() && manifestName.test(name)) {
      found.push(...(await listManifests(inside, visited)));
    }
  }
  return found;
}

/** UTF-8, or UTF-16 when a byte order mark says so, which YAML allows. The mark of UTF-8 stays: the reader knows it. */
function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return encoding === null
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    : new TextDecoder(encoding).decode(bytes);
}
