import type { FilePath } from '../../engine/index.ts';
import { copyText } from '../../files/copyText.ts';
import { downloadBlob } from '../../files/downloadBlob.ts';
import { downloadText } from '../../files/downloadText.ts';
import { polder } from '../store.ts';

/** A file name made of the workspace's name. */
export const toFileName = (name: string, ending: string): string =>
  `${name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^-+|-+$/g, '') || 'workspace'}${ending}`;

/** Not needed to draw the first picture. Whoever may have to rescue files without a network has it fetched before. */
export const loadZipWriter = () => import('../../files/exportZip.ts');

export async function exportZip(): Promise<void> {
  const { exportZip: createZip } = await loadZipWriter();
  const { name, files } = polder.getState().workspace;
  downloadBlob(toFileName(name, '.zip'), await createZip(files));
}

export function downloadFile(path: FilePath): void {
  const file = polder.getState().workspace.files.find((candidate) => candidate.path === path);
  if (file) downloadText(file.path, file.text, file.encoding);
}

/** Puts one YAML document of a file on the clipboard; whether it worked. */
export async function copyDocument(path: FilePath, index: number): Promise<boolean> {
  const { workspace, analysis } = polder.getState();
  const file = workspace.files.find((candidate) => candidate.path === path);
  const document = analysis.snapshot?.documents.find(
    (candidate) => candidate.file === path && candidate.index === index,
  );
  if (!file || !document) return false;
  return copyText(file.text.slice(document.range.start, document.range.end).trim() + '\n');
}

export const copyWords = (text: string): Promise<boolean> => copyText(text);
