import { downloadBlob } from '../../files/downloadBlob.ts';
import { renderPng, type PictureText } from '../../files/renderPng.ts';
import type { CentreView, PictureFormat, PictureTheme, PolderState } from '../state.ts';
import { patchSlice, polder } from '../store.ts';
import { toFileName } from './exportActions.ts';

/** What can be had of the view in the centre: the graph in every format, the matrix as an image. */
export const offersPicture = ({ view, analysis }: PolderState, format: PictureFormat): boolean =>
  (analysis.snapshot?.workloads.length ?? 0) > 0 &&
  (view.centre === 'graph' || (view.centre === 'matrix' && (format === 'svg' || format === 'png')));

/** Asks the view in the centre, which alone knows what it shows; it answers with `answerPictureRequest`. */
export function requestPicture(format: PictureFormat, theme: PictureTheme): void {
  if (!offersPicture(polder.getState(), format)) return;
  const serial = (polder.getState().view.pictureRequest?.serial ?? 0) + 1;
  patchSlice('view', { pictureRequest: { format, theme, serial } });
}

/** How a view writes its picture; only what is asked for is called. */
export interface PictureWriters {
  readonly svg: () => Promise<PictureText>;
  readonly drawio?: () => string;
  readonly mermaid?: () => string;
  readonly dot?: () => string;
}

const endings: Readonly<Record<PictureFormat, string>> = {
  svg: '.svg',
  png: '.png',
  drawio: '.drawio',
  mermaid: '.mmd',
  dot: '.dot',
};

/** Downloads what was asked for, once. */
export async function answerPictureRequest(view: CentreView, writers: PictureWriters): Promise<void> {
  const { pictureRequest } = polder.getState().view;
  if (pictureRequest === null) return;
  patchSlice('view', { pictureRequest: null });
  const { format } = pictureRequest;
  const blob = await writeBlob(format, writers);
  if (blob === null) return;
  downloadBlob(toFileName(polder.getState().workspace.name, `-${view}${endings[format]}`), blob);
}

async function writeBlob(format: PictureFormat, writers: PictureWriters): Promise<Blob | null> {
  if (format === 'png') return renderPng(await writers.svg());
  if (format === 'svg') return new Blob([(await writers.svg()).text], { type: 'image/svg+xml' });
  const text = writers[format]?.();
  return text === undefined ? null : new Blob([text], { type: 'text/plain' });
}
