import { describeCell } from './model/describeCell.ts';
import { describeUnit } from './model/describeUnit.ts';
import type { MatrixPlace } from './model/MatrixFrame.ts';
import type { MatrixModel } from './useMatrixModel.ts';
import type { ElementSize } from './useSize.ts';
import { VerdictSign } from './VerdictSign.tsx';
import styles from './CellTip.module.css';

export interface CellTipProps {
  readonly model: MatrixModel;
  readonly place: MatrixPlace;
  /** Its corner in the window, unless it would leave it. */
  readonly x: number;
  readonly y: number;
  readonly room: ElementSize;
}

/** So much room a tip wants before it turns to the other side. */
const wish = { width: 300, height: 96 };

/** What the cell under the pointer says. Read aloud elsewhere (`MatrixWords`). */
export function CellTip({ model, place, x, y, room }: CellTipProps) {
  const from = model.axis[place.row];
  const to = model.axis[place.column];
  const entry = from ?? to;
  if (entry === undefined) return null;
  const style = {
    ...(x + wish.width > room.width && x > wish.width ? { right: room.width - x + 24 } : { left: x }),
    ...(y + wish.height > room.height && y > wish.height ? { bottom: room.height - y + 24 } : { top: y }),
  };
  if (from === undefined || to === undefined) {
    return (
      <div className={styles.tip} style={style} aria-hidden>
        {describeUnit(model.units, entry)}
      </div>
    );
  }
  const { title, lines } = describeCell(model, from.unit, to.unit);
  return (
    <div className={styles.tip} style={style} aria-hidden data-testid="matrix-tip">
      <p className={styles.title}>{title}</p>
      {lines.map(({ verdict, words }) => (
        <p key={verdict} className={styles.line}>
          <VerdictSign verdict={verdict} /> {words}
        </p>
      ))}
    </div>
  );
}
