import { Download, FileText, FolderOpen, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { openDialog } from '../../store/actions/dialogActions.ts';
import { openFile } from '../../store/actions/editorActions.ts';
import { downloadFile } from '../../store/actions/exportActions.ts';
import { removeFile } from '../../store/actions/workspaceActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Count } from '../../ui/Count.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { notify } from '../../ui/notify.tsx';
import { Tree } from '../../ui/Tree.tsx';
import { undoLast } from '../command/undoLast.ts';
import { useProblemsAndHints } from '../problem/useProblemsAndHints.ts';
import { listFileRows, type FileRow } from './listFileRows.ts';
import styles from './FilesPanel.module.css';

function remove({ path, name }: FileRow): void {
  removeFile(path);
  notify.done(`Removed ${name}`, { label: 'Undo', run: undoLast() });
}

/** The files of the workspace: state of their documents, problems, changes. */
export function FilesPanel() {
  const files = usePolder(({ workspace }) => workspace.files);
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const activeFile = usePolder(({ editor }) => editor.activeFile);
  const problems = useProblemsAndHints();
  const rows = useMemo(() => listFileRows(files, snapshot?.documents ?? [], problems), [files, snapshot, problems]);
  if (rows.length === 0) {
    return (
      <EmptyState icon={<FolderOpen size={20} aria-hidden />} title="No files">
        <Button size="s" onClick={() => openDialog({ type: 'import' })}>
          Import manifests…
        </Button>
      </EmptyState>
    );
  }
  return (
    <Tree
      label="Files"
      rows={rows}
      selectedId={activeFile}
      renderRow={(row) => <FileRowContent row={row} />}
      renderActions={(row, tabIndex) => (
        <>
          <IconButton
            size="s"
            tabIndex={tabIndex}
            label={`Download ${row.name}`}
            icon={<Download size={14} aria-hidden />}
            onClick={() => downloadFile(row.path)}
          />
          <IconButton
            size="s"
            tabIndex={tabIndex}
            label={`Remove ${row.name} from the workspace`}
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => remove(row)}
          />
        </>
      )}
      onActivate={(row) => openFile(row.path)}
      onDelete={remove}
    />
  );
}

const changeWords = { none: null, changed: 'changed', new: 'new' };

function FileRowContent({ row }: { row: FileRow }) {
  const state = row.broken > 0 ? 'broken' : row.stale > 0 ? 'stale' : null;
  return (
    <>
      <FileText className={styles.icon} size={14} aria-hidden />
      <span className={styles.path} title={row.path}>
        <span className={styles.name}>{row.name}</span>
        {row.folder ? <span className={styles.folder}>{row.folder.slice(0, -1)}</span> : null}
      </span>
      <span className={styles.marks}>
        {state ? (
          <span
            className={styles.state}
            data-state={state}
            title={
              state === 'stale'
                ? 'Does not parse now: what it said before still counts'
                : 'Does not parse: nothing of it counts'
            }
          >
            {state}
          </span>
        ) : null}
        {row.change === 'none' ? null : <span className={styles.change}>{changeWords[row.change]}</span>}
        {row.errors > 0 ? <Count value={row.errors} tone="error" /> : null}
        {row.warnings > 0 ? <Count value={row.warnings} tone="warning" /> : null}
      </span>
    </>
  );
}
