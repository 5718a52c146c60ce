import { copyText } from '../../files/copyText.ts';
import { createPatch, type WorkspacePatch } from '../../files/createPatch.ts';
import { downloadText } from '../../files/downloadText.ts';
import { polder } from '../store.ts';
import { toFileName } from './exportActions.ts';

/** Everything changed since the import; `text` is empty when nothing is. */
export const currentPatch = (): WorkspacePatch => createPatch(polder.getState().workspace);

export function exportPatch(): void {
  const { name } = polder.getState().workspace;
  downloadText(toFileName(name, '.patch'), currentPatch().text);
}

export const copyPatch = (): Promise<boolean> => copyText(currentPatch().text);
