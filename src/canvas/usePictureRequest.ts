import { useEffect } from 'react';
import { answerPictureRequest } from '../store/actions/pictureActions.ts';
import { usePolder } from '../store/store.ts';
import type { MapScene } from './picture/toPicture.ts';

/** Hands the map out when it is asked for as a picture. How it is written is fetched then. */
export function usePictureRequest(scene: Omit<MapScene, 'workspace'>): void {
  const request = usePolder((state) => state.view.pictureRequest);
  const workspace = usePolder((state) => state.workspace.name);
  useEffect(() => {
    if (request === null) return;
    void import('./picture/createWriters.ts').then(({ createWriters }) =>
      answerPictureRequest('graph', createWriters({ ...scene, workspace }, request.theme)),
    );
  });
}
