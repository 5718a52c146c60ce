import { FolderOpen, Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { closeDialog, openDialog } from '../../store/actions/dialogActions.ts';
import {
  createWorkspace,
  deleteWorkspace,
  openWorkspace,
  refreshWorkspaces,
  renameWorkspace,
} from '../../store/actions/workspaceActions.ts';
import type { WorkspaceSlice } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { run } from '../command/run.ts';
import styles from './WorkspacesDialog.module.css';

type Info = WorkspaceSlice['all'][number];

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** All workspaces of this browser: open, rename the one on screen, delete, begin a new one. */
export function WorkspacesDialog() {
  const all = usePolder(({ workspace }) => workspace.all);
  const currentId = usePolder(({ workspace }) => workspace.id);
  useEffect(() => run(refreshWorkspaces), []);
  const remove = ({ id, name, fileCount }: Info) =>
    openDialog({
      type: 'confirm',
      title: `Delete “${name}”?`,
      text: `Its ${formatCount(fileCount, 'file')} and all changes made here leave this browser for good. Files on your disk stay as they are.`,
      action: 'Delete workspace',
      onConfirm: () => run(() => deleteWorkspace(id)),
    });
  return (
    <Dialog
      title="Workspaces"
      description="They live in this browser only."
      onClose={closeDialog}
      footer={
        <>
          <Button
            icon={<Plus size={14} aria-hidden />}
            onClick={() => run(() => createWorkspace({ name: 'New workspace', files: [], sample: null }))}
          >
            New empty workspace
          </Button>
          <Button variant="primary" onClick={() => openDialog({ type: 'import' })}>
            Import…
          </Button>
        </>
      }
    >
      <RenameField />
      <ul className={styles.list} aria-label="Workspaces">
        {all
          .toSorted((a, b) => b.savedAt - a.savedAt)
          .map((info) => (
            <li key={info.id} className={styles.row} aria-current={info.id === currentId ? 'true' : undefined}>
              <div className={styles.text}>
                <strong>{info.name}</strong>
                <span className={styles.quiet}>
                  {formatCount(info.fileCount, 'file')} · saved {dates.format(info.savedAt)}
                  {info.id === currentId ? ' · open now' : ''}
                </span>
              </div>
              {info.id === currentId ? null : (
                <Button
                  size="s"
                  icon={<FolderOpen size={14} aria-hidden />}
                  aria-label={`Open ${info.name}`}
                  onClick={() =>
                    run(async () => {
                      await openWorkspace(info.id);
                      closeDialog();
                    })
                  }
                >
                  Open
                </Button>
              )}
              <IconButton
                label={`Delete ${info.name}`}
                icon={<Trash2 size={15} aria-hidden />}
                onClick={() => remove(info)}
              />
            </li>
          ))}
      </ul>
    </Dialog>
  );
}

function RenameField() {
  const name = usePolder(({ workspace }) => workspace.name);
  const [text, setText] = useState(name);
  const changed = text.trim() !== '' && text.trim() !== name;
  const rename = () => {
    if (changed) renameWorkspace(text);
  };
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        rename();
      }}
    >
      <TextField label="Name of the open workspace" value={text} onChange={setText} />
      <Button type="submit" icon={<Pencil size={14} aria-hidden />} disabled={!changed}>
        Rename
      </Button>
    </form>
  );
}
