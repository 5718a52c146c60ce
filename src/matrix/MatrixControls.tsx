import { Minus, Plus } from 'lucide-react';
import { changeMatrix } from '../store/actions/viewActions.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { zoomCell } from './model/MatrixFrame.ts';
import styles from './MatrixStage.module.css';

/** Zoom for the hand on the mouse; the keys are + and -. */
export const MatrixControls = ({ cell }: { cell: number }) => (
  <div className={styles.controls} role="toolbar" aria-label="Zoom">
    <IconButton
      size="s"
      tabIndex={-1}
      label="Zoom out"
      shortcut="-"
      icon={<Minus size={14} aria-hidden />}
      onClick={() => changeMatrix({ cell: zoomCell(cell, -1) })}
    />
    <IconButton
      size="s"
      tabIndex={-1}
      label="Zoom in"
      shortcut="+"
      icon={<Plus size={14} aria-hidden />}
      onClick={() => changeMatrix({ cell: zoomCell(cell, 1) })}
    />
  </div>
);
