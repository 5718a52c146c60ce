import type { ImportContext, ImportResult } from '../../files/ImportSource.ts';
import { importSources } from '../../files/importSources.ts';
import { pickFiles, pickFolder } from '../../files/pickFiles.ts';
import { readSampleIndex, type Sample } from '../../files/readSample.ts';
import { takeDropped } from '../../files/takeDropped.ts';
import { patchSlice, polder } from '../store.ts';
import { addFiles, createWorkspace, openWorkspace, toSampleWorkspaceId } from './workspaceActions.ts';

/** new: a workspace of its own · current: beside the files of the one on screen. */
export type ImportTarget = 'new' | 'current';

export interface ImportInto {
  readonly into: ImportTarget;
  readonly name: string;
  /** The sample's id, when it is one. */
  readonly sample?: string;
}

let running: AbortController | null = null;

export function cancelImport(): void {
  running?.abort(new DOMException('The import was cancelled.', 'AbortError'));
}

/**
 * Runs an import: progress while it lasts, then the files in a workspace and a report. One at a time: a second one cancels
 * the first. Resolves also when it was cancelled; nothing is imported then.
 */
async function importFrom(
  read: (context: ImportContext) => Promise<ImportResult>,
  { into, name, sample }: ImportInto,
): Promise<void> {
  cancelImport();
  const controller = new AbortController();
  running = controller;
  patchSlice('import', { progress: { done: 0, total: null, label: name } });
  // Progress, its way out and the report are on the page, out of reach behind a dialog. Pasted text stays until it is taken.
  if (polder.getState().dialog?.type === 'import') polder.setState({ dialog: null });
  try {
    const result = await read({
      signal: controller.signal,
      onProgress: (done, total, label) => patchSlice('import', { progress: { done, total, label } }),
      taken: into === 'current' ? polder.getState().workspace.files.map(({ path }) => path) : [],
    });
    if (controller.signal.aborted) return;
    await takeOver(result, { into, name, sample });
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  } finally {
    if (running === controller) {
      running = null;
      patchSlice('import', { progress: null });
    }
  }
}

async function takeOver(result: ImportResult, { into, name, sample }: ImportInto): Promise<void> {
  const { files, problems, skipped } = result;
  if (files.length > 0) {
    // Only the dialog that waited for this: while a new workspace is stored, another one may have been opened.
    if (polder.getState().dialog?.type === 'paste') polder.setState({ dialog: null });
    if (into === 'current') addFiles(files);
    else await createWorkspace({ name, files, sample: sample ?? null });
  }
  const report = { name, fileCount: files.length, skipped, problemCount: problems.length };
  patchSlice('import', { problems, report: sample === undefined ? report : null });
}

export const dismissImportReport = (): void => patchSlice('import', { report: null });

/** What the import is called: the folder or the one file that came. */
function nameOf(paths: readonly string[], fallback: string): string {
  const tops = new Set(paths.map((path) => path.split('/')[0]!));
  const [only] = tops;
  return tops.size === 1 && only ? only : fallback;
}

export async function importPicked(kind: 'files' | 'folder', into: ImportTarget): Promise<void> {
  const files = await (kind === 'folder' ? pickFolder() : pickFiles());
  if (files.length === 0) return;
  const name = nameOf(
    files.map((file) => file.webkitRelativePath || file.name),
    `${files.length} files`,
  );
  await importFrom((context) => importSources[kind].read(files, context), { into, name });
}

/** Call it inside the `drop` event. */
export function importDrop(transfer: DataTransfer, into: ImportTarget): Promise<void> {
  const dropped = takeDropped(transfer);
  const names = dropped.items.map(({ entry, file }) => entry?.name ?? file?.name ?? '').filter((name) => name !== '');
  const name = nameOf(names, dropped.text === null ? `${names.length} files` : 'Dropped text');
  return importFrom((context) => importSources.drop.read(dropped, context), { into, name });
}

export const importPasted = (text: string, into: ImportTarget): Promise<void> =>
  importFrom((context) => importSources.paste.read(text, context), { into, name: 'Pasted manifests' });

export const listSamples = (): Promise<readonly Sample[]> => readSampleIndex();

/** Opens a sample as it was left, or anew. */
export async function openSample(id: string): Promise<void> {
  if (await openWorkspace(toSampleWorkspaceId(id))) return;
  const sample = (await readSampleIndex()).find((candidate) => candidate.id === id);
  if (!sample) throw new Error(`There is no sample “${id}”.`);
  await importFrom((context) => importSources.sample.read(sample, context), {
    into: 'new',
    name: sample.title,
    sample: id,
  });
}
