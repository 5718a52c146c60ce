import { toFilePath } from '../engine/index.ts';
import type { FilePath } from '../engine/index.ts';

/** Without `..`, `.`, empty segments, drive letters and control characters: a name from outside never leaves the workspace. */
export function toWorkspacePath(name: string): FilePath {
  const segments = name
    .replace(/[\u0000-\u001f\u007f]/g, '_')
    .replace(/^[a-z]:(?=\/)/i, '')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return toFilePath(segments.join('/') || 'unnamed');
}
