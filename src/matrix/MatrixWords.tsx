import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { describeCell } from './model/describeCell.ts';
import { describeUnit } from './model/describeUnit.ts';
import type { MatrixPlace } from './model/MatrixFrame.ts';
import type { MatrixModel } from './useMatrixModel.ts';

/** The id of the sentence that describes the matrix. */
export const matrixKeysId = 'matrix-keys';

/** For those who hear the matrix: which keys it takes, and the cell where the keyboard is. */
export const MatrixWords = ({ model, place }: { model: MatrixModel; place: MatrixPlace | null }) => (
  <VisuallyHidden>
    <span id={matrixKeysId}>
      Arrow keys walk from cell to cell and to the headers, Enter shows the reasons or opens a namespace, Escape lets
      go, plus, minus and zero zoom. The list holds the same flows as a table.
    </span>
    <span aria-live="polite" data-testid="matrix-words">
      {place === null ? '' : describePlace(model, place)}
    </span>
  </VisuallyHidden>
);

export function describePlace(model: MatrixModel, { row, column }: MatrixPlace): string {
  const from = model.axis[row];
  const to = model.axis[column];
  if (from !== undefined && to !== undefined) {
    const { title, lines } = describeCell(model, from.unit, to.unit);
    return `${title.replace(' → ', ' to ')}. ${lines.map(({ words }) => words).join('. ')}.`;
  }
  const entry = from ?? to;
  if (entry === undefined) return 'Corner of the matrix: rows reach columns.';
  return `${from === undefined ? 'Column' : 'Row'}: ${describeUnit(model.units, entry)}`;
}
