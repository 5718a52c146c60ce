import { useEffect } from 'react';
import { pictureColours } from '../picture/pictureColours.ts';
import { toDot } from '../picture/toDot.ts';
import { toDrawio } from '../picture/toDrawio.ts';
import { toMermaid } from '../picture/toMermaid.ts';
import { toSvg } from '../picture/toSvg.ts';
import { answerPictureRequest } from '../store/actions/pictureActions.ts';
import { usePolder } from '../store/store.ts';
import { loadTextFace } from '../ui/loadTextFace.ts';
import { toPicture, type MapScene } from './picture/toPicture.ts';

/** Hands the map out when it is asked for as a picture. */
export function usePictureRequest(scene: Omit<MapScene, 'workspace'>): void {
  const request = usePolder((state) => state.view.pictureRequest);
  const workspace = usePolder((state) => state.workspace.name);
  useEffect(() => {
    if (request === null) return;
    const picture = toPicture({ ...scene, workspace });
    const colours = pictureColours[request.theme];
    void answerPictureRequest('graph', {
      svg: async () => toSvg(picture, { colours, font: await loadTextFace() }),
      drawio: () => toDrawio(picture, colours),
      mermaid: () => toMermaid(picture, colours),
      dot: () => toDot(picture, colours),
    });
  });
}
