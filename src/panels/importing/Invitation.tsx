import { ClipboardPaste, File, FlaskConical, FolderOpen } from 'lucide-react';
import { openDialog } from '../../store/actions/dialogActions.ts';
import { importPicked, openSample } from '../../store/actions/importActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { run } from '../command/run.ts';
import { useSamples } from './useSamples.ts';
import styles from './Invitation.module.css';

/** Shown with a sample until something of one's own is imported. */
export function Invitation() {
  const isSample = usePolder(({ workspace }) => workspace.isSample);
  const name = usePolder(({ workspace }) => workspace.name);
  const samples = useSamples();
  if (!isSample) return null;
  return (
    <section className={styles.invitation} aria-label="Open your own manifests">
      <p className={styles.text}>
        <strong>Sample “{name}”.</strong> Drop your own manifests anywhere here; they stay in this browser.
      </p>
      <div className={styles.actions}>
        <Button
          size="s"
          variant="primary"
          icon={<FolderOpen size={14} aria-hidden />}
          onClick={() => run(() => importPicked('folder', 'new'))}
        >
          Open folder
        </Button>
        <Button size="s" icon={<File size={14} aria-hidden />} onClick={() => run(() => importPicked('files', 'new'))}>
          Files or zip
        </Button>
        <Button size="s" icon={<ClipboardPaste size={14} aria-hidden />} onClick={() => openDialog({ type: 'paste' })}>
          Paste
        </Button>
        <Menu
          align="end"
          trigger={
            <Button size="s" icon={<FlaskConical size={14} aria-hidden />}>
              Other samples
            </Button>
          }
          items={samples.map(({ id, title, description }) => ({
            type: 'item',
            id,
            label: title,
            detail: description,
            checked: title === name,
            onSelect: () => run(() => openSample(id)),
          }))}
        />
      </div>
    </section>
  );
}
