import { useReactFlow } from '@xyflow/react';
import { Maximize, Minus, Plus, Sparkles } from 'lucide-react';
import { focusOnCanvas, setPositions } from '../store/actions/viewActions.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './CanvasControls.module.css';

/** Zoom, fit and tidy. Each has a key or a command; here for the hand on the mouse. */
export function CanvasControls() {
  const flow = useReactFlow();
  return (
    <div className={styles.controls} role="toolbar" aria-label="View">
      <IconButton
        tabIndex={-1}
        label="Zoom out"
        shortcut="-"
        icon={<Minus size={16} aria-hidden />}
        onClick={() => void flow.zoomOut({ duration: 120 })}
      />
      <IconButton
        tabIndex={-1}
        label="Zoom in"
        shortcut="+"
        icon={<Plus size={16} aria-hidden />}
        onClick={() => void flow.zoomIn({ duration: 120 })}
      />
      <IconButton
        tabIndex={-1}
        label="Fit everything into view"
        shortcut="0"
        icon={<Maximize size={15} aria-hidden />}
        onClick={() => focusOnCanvas('all')}
      />
      <span className={styles.divider} />
      <IconButton
        tabIndex={-1}
        label="Tidy: lay out anew"
        icon={<Sparkles size={15} aria-hidden />}
        onClick={() => setPositions({ nodes: {}, groups: {} })}
      />
    </div>
  );
}
