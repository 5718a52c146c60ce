import { useEffect } from 'react';
import { pictureColours } from '../picture/pictureColours.ts';
import { answerPictureRequest } from '../store/actions/pictureActions.ts';
import { usePolder } from '../store/store.ts';
import { loadTextFace } from '../ui/loadTextFace.ts';
import { visibleColumns, visibleRows, type MatrixFrame } from './model/MatrixFrame.ts';
import { toMatrixSvg } from './picture/toMatrixSvg.ts';
import type { MatrixModel } from './useMatrixModel.ts';

/** Hands the matrix out when it is asked for as a picture. */
export function usePictureRequest(model: MatrixModel, scrolled: () => MatrixFrame): void {
  const request = usePolder((state) => state.view.pictureRequest);
  const workspace = usePolder((state) => state.workspace.name);
  useEffect(() => {
    if (request === null) return;
    const frame = scrolled();
    const scene = { ...model, workspace, shownRows: visibleRows(frame), shownColumns: visibleColumns(frame) };
    const colours = pictureColours[request.theme];
    void answerPictureRequest('matrix', {
      svg: async () => toMatrixSvg(scene, { colours, font: await loadTextFace() }),
    });
  });
}
