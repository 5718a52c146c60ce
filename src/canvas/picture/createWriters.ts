import { pictureColours } from '../../picture/pictureColours.ts';
import { toDot } from '../../picture/toDot.ts';
import { toDrawio } from '../../picture/toDrawio.ts';
import { toMermaid } from '../../picture/toMermaid.ts';
import { toSvg } from '../../picture/toSvg.ts';
import type { PictureWriters } from '../../store/actions/pictureActions.ts';
import type { PictureTheme } from '../../store/state.ts';
import { loadTextFace } from '../../ui/loadTextFace.ts';
import { toPicture, type MapScene } from './toPicture.ts';

/** The map in every format. */
export function createWriters(scene: MapScene, theme: PictureTheme): PictureWriters {
  const picture = toPicture(scene);
  const colours = pictureColours[theme];
  return {
    svg: async () => toSvg(picture, { colours, font: await loadTextFace() }),
    drawio: () => toDrawio(picture, colours),
    mermaid: () => toMermaid(picture, colours),
    dot: () => toDot(picture, colours),
  };
}
