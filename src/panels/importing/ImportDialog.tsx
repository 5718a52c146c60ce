import { ClipboardPaste, File, FolderOpen, Network, Upload } from 'lucide-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { closeDialog, openDialog } from '../../store/actions/dialogActions.ts';
import { importDrop, importPicked, openSample, type ImportTarget } from '../../store/actions/importActions.ts';
import { usePolder } from '../../store/store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { run } from '../command/run.ts';
import { useSamples } from './useSamples.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './ImportDialog.module.css';

/** All ways in: drop, files, folder, zip, paste, samples. */
export function ImportDialog() {
  const isSample = usePolder(({ workspace }) => workspace.isSample);
  const name = usePolder(({ workspace }) => workspace.name);
  const hasFiles = usePolder(({ workspace }) => workspace.files.length > 0);
  const [into, setInto] = useState<ImportTarget>('new');
  const samples = useSamples();
  return (
    <Dialog
      title="Import manifests"
      description="YAML and JSON as kubectl takes them. Everything stays in this browser."
      onClose={closeDialog}
    >
      {hasFiles && !isSample ? (
        <div className={styles.target}>
          <RadioCards
            label="Where the files go"
            value={into}
            onChange={setInto}
            choices={[
              { value: 'new', label: 'Into a new workspace' },
              { value: 'current', label: `Add to “${name}”` },
            ]}
          />
        </div>
      ) : null}
      <DropArea into={into} />
      <div className={styles.ways}>
        <Way
          icon={<FolderOpen size={18} aria-hidden />}
          title="Folder"
          text="with everything below it"
          onClick={() => run(() => importPicked('folder', into))}
        />
        <Way
          icon={<File size={18} aria-hidden />}
          title="Files or zip"
          text=".yaml .yml .json .zip"
          onClick={() => run(() => importPicked('files', into))}
        />
        <Way
          icon={<ClipboardPaste size={18} aria-hidden />}
          title="Paste"
          text="the output of kubectl get"
          onClick={() => openDialog({ type: 'paste' })}
        />
      </div>
      <h3 className={styles.heading}>Samples</h3>
      <ul className={styles.samples}>
        {samples.map(({ id, title, description }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.sample}
              onClick={() =>
                run(async () => {
                  await openSample(id);
                  closeDialog();
                })
              }
            >
              <Network className={styles.icon} size={16} aria-hidden />
              <VisuallyHidden>Open the sample </VisuallyHidden>
              <span>
                <strong>{title}</strong>
                <span className={styles.quiet}>{description}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function DropArea({ into }: { into: ImportTarget }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    run(() => importDrop(event.dataTransfer, into));
  };
  return (
    <div
      className={styles.drop}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Upload size={18} aria-hidden /> Drop files, folders or a zip here
    </div>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

const Way = ({ icon, title, text, onClick }: WayProps) => (
  <button type="button" className={styles.way} onClick={onClick}>
    <span className={styles.icon}>{icon}</span>
    <span>
      <strong>{title}</strong>
      <span className={styles.quiet}>{text}</span>
    </span>
  </button>
);
