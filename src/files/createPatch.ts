import type { FilePath } from '../engine/index.ts';
import { createHunks } from './patch/createHunks.ts';
import { quotePath } from './patch/quotePath.ts';
import type { StoredFile } from './WorkspaceStorage.ts';

export interface WorkspacePatch {
  /** A unified diff as `git apply` takes it; empty when nothing changed. */
  readonly text: string;
  /** The files it changes, in its order. */
  readonly paths: readonly FilePath[];
  /** Changed files that no patch of text can carry: git takes UTF-16 for binary. */
  readonly leftOut: readonly FilePath[];
}

/** Everything that changed since the import, as one patch; paths are those of the workspace. */
export function createPatch(workspace: {
  readonly files: readonly StoredFile[];
  readonly removed: Readonly<Record<string, string>>;
}): WorkspacePatch {
  const changes = findChanges(workspace).sort((a, b) => (a.path < b.path ? -1 : 1));
  const carried = changes.filter(({ isText }) => isText);
  return {
    text: carried.map(formatChange).join(''),
    paths: carried.map(({ path }) => path),
    leftOut: changes.filter(({ isText }) => !isText).map(({ path }) => path),
  };
}

/** null: the file is not there, before or after. */
interface Change {
  readonly path: FilePath;
  readonly before: string | null;
  readonly after: string | null;
  readonly isText: boolean;
}

function findChanges({ files, removed }: Parameters<typeof createPatch>[0]): Change[] {
  const here = new Set<string>(files.map(({ path }) => path));
  const present = files.map(({ path, text, original, encoding = 'utf-8' }) => ({
    path,
    // A file that was removed and made again is a changed one to git.
    before: original ?? removed[path] ?? null,
    after: text,
    isText: encoding === 'utf-8',
  }));
  const gone = Object.entries(removed)
    .filter(([path]) => !here.has(path))
    .map(([path, text]) => ({ path: path as FilePath, before: text, after: null, isText: true }));
  return [...present, ...gone].filter(({ before, after }) => before !== after);
}

function formatChange({ path, before, after }: Change): string {
  const lines = [`diff --git ${quotePath(`a/${path}`)} ${quotePath(`b/${path}`)}`];
  if (before === null) lines.push('new file mode 100644');
  if (after === null) lines.push('deleted file mode 100644');
  const hunks = createHunks(before ?? '', after ?? '');
  if (hunks.length > 0) {
    lines.push(`--- ${before === null ? '/dev/null' : toNameLine(`a/${path}`)}`);
    lines.push(`+++ ${after === null ? '/dev/null' : toNameLine(`b/${path}`)}`);
  }
  return `${[...lines, ...hunks].join('\n')}\n`;
}

/** As git does: a tab says where a name with spaces ends. */
function toNameLine(path: string): string {
  const quoted = quotePath(path);
  return quoted === path && path.includes(' ') ? `${path}\t` : quoted;
}
