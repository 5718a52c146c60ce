import type { SkippedEntry, SkipReason } from './ImportSource.ts';

const manifestName = /\.(ya?ml|json)$/i;

/** The names that count when a folder or an archive is read; a file chosen by itself may have any name, as with kubectl. */
const isManifestName = (path: string): boolean => manifestName.test(path);

const archiveName = /\.(zip|tar|tgz|tar\.gz|gz|7z|rar)$/i;

/** Why a folder of this name is not entered. */
export function findFolderSkipReason(name: string): SkipReason | null {
  if (name === '__MACOSX') return 'system-file';
  if (name === 'node_modules') return 'dependency-folder';
  return name.startsWith('.') ? 'hidden-folder' : null;
}

/**
 * What is passed over on the way to a file: one of its folders, or the file itself; null when it is to be read.
 * The first `chosen` segments of the path were chosen by hand and always count.
 */
export function findSkipped(path: string, chosen: number): SkippedEntry | null {
  const segments = path.split('/');
  for (let index = chosen; index < segments.length - 1; index += 1) {
    const reason = findFolderSkipReason(segments[index] ?? '');
    if (reason !== null) return { path: `${segments.slice(0, index + 1).join('/')}/`, reason };
  }
  if (segments.length <= chosen) return null;
  if (segments.at(-1)?.startsWith('._')) return { path, reason: 'system-file' };
  if (isManifestName(path)) return null;
  return { path, reason: archiveName.test(path) ? 'archive' : 'not-a-manifest' };
}
