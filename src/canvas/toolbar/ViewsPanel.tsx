import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { openCanvasPanel, openView, removeView, saveView } from '../../store/actions/canvasActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './HiddenPanel.module.css';

/** Pictures under a name: filter, folding, places and the part that is in view, kept with the workspace. */
export function ViewsPanel() {
  const views = usePolder(({ view }) => view.savedViews);
  const [name, setName] = useState('');
  const isTaken = views.some((view) => view.name === name.trim());
  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        saveView(name.trim());
        setName('');
      }}
    >
      {views.length === 0 ? (
        <p className={styles.empty}>Keep what the map shows now under a name, and come back to it.</p>
      ) : (
        <ul className={styles.list}>
          {views.map((view) => (
            <li key={view.name} className={styles.entry}>
              <button
                type="button"
                className={styles.open}
                onClick={() => {
                  openView(view.name);
                  openCanvasPanel(null);
                }}
              >
                {view.name}
              </button>
              <IconButton
                size="s"
                label={`Remove the view ${view.name}`}
                icon={<Trash2 size={14} aria-hidden />}
                onClick={() => removeView(view.name)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.save}>
        <TextField label="Name of this view" placeholder="Payments, without DNS" value={name} onChange={setName} />
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          {isTaken ? 'Replace' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
