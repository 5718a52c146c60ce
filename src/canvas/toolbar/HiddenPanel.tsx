import { Eye, EyeOff } from 'lucide-react';
import { findCommand } from '../../commands/registry.ts';
import { showAllHidden, showOnCanvas, toggleNoise } from '../../store/actions/canvasActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { noises } from '../graph/noise.ts';
import styles from './HiddenPanel.module.css';

/** What is taken out of the picture by hand, and how to get it back. */
export function HiddenPanel() {
  const hidden = usePolder(({ view }) => view.hidden);
  const canHide = usePolder((state) => findCommand('view.hide')?.isAvailable(state) === true);
  return (
    <div className={styles.panel}>
      <div className={styles.noises}>
        {noises.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={`Hide ${label}`}
            checked={hidden.noise.includes(id)}
            onChange={() => toggleNoise(id)}
          />
        ))}
      </div>
      <Button
        size="s"
        icon={<EyeOff size={14} aria-hidden />}
        disabled={!canHide}
        onClick={() => void findCommand('view.hide')?.run()}
      >
        Hide what is selected (H)
      </Button>
      {hidden.nodes.length > 0 && (
        <>
          <h3 className={styles.heading}>Hidden</h3>
          <ul className={styles.list}>
            {hidden.nodes.map((id) => (
              <li key={id} className={styles.entry}>
                <span className={styles.name} title={id}>
                  {id.replace(/^namespace:/, 'Namespace ').replace(/^external:/, '')}
                </span>
                <IconButton
                  size="s"
                  label={`Show ${id} again`}
                  icon={<Eye size={14} aria-hidden />}
                  onClick={() => showOnCanvas(id)}
                />
              </li>
            ))}
          </ul>
          <Button size="s" variant="quiet" onClick={showAllHidden}>
            Show everything
          </Button>
        </>
      )}
    </div>
  );
}
