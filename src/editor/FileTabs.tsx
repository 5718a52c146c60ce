import { X } from 'lucide-react';
import { useMemo, type KeyboardEvent } from 'react';
import type { DocumentView, FilePath } from '../engine/index.ts';
import { closeFile, openFile } from '../store/actions/editorActions.ts';
import { isChanged } from '../store/selectors.ts';
import { usePolder } from '../store/store.ts';
import styles from './FileTabs.module.css';

/** One tab stop; arrows walk, Delete closes. */
export function FileTabs() {
  const openFiles = usePolder((state) => state.editor.openFiles);
  const activeFile = usePolder((state) => state.editor.activeFile);
  if (openFiles.length === 0) return null;

  const walk = (event: KeyboardEvent): void => {
    const at = activeFile === null ? -1 : openFiles.indexOf(activeFile);
    if (event.key === 'Delete' && activeFile !== null) closeFile(activeFile);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = openFiles[(at + step + openFiles.length) % openFiles.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    openFile(next);
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]');
    tabs[openFiles.indexOf(next)]?.focus();
  };

  return (
    <div className={styles.tabs} role="tablist" aria-label="Open files" tabIndex={-1} onKeyDown={walk}>
      {openFiles.map((file) => (
        <FileTab key={file} file={file} isActive={file === activeFile} />
      ))}
    </div>
  );
}

/** A document that does not parse: `stale` when what it said before still counts, else `broken`. */
function worstStatus(documents: readonly DocumentView[], file: FilePath): 'broken' | 'stale' | null {
  const statuses = documents.filter((document) => document.file === file).map(({ status }) => status);
  if (statuses.includes('broken')) return 'broken';
  return statuses.includes('stale') ? 'stale' : null;
}

function FileTab({ file, isActive }: { readonly file: FilePath; readonly isActive: boolean }) {
  const changed = usePolder((state) => {
    const stored = state.workspace.files.find(({ path }) => path === file);
    return stored !== undefined && isChanged(stored);
  });
  const documents = usePolder(({ analysis }) => analysis.snapshot?.documents);
  const status = useMemo(() => documents && worstStatus(documents, file), [documents, file]);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const folder = file.slice(0, file.length - name.length);
  return (
    <span className={isActive ? styles.active : styles.tab}>
      <button
        type="button"
        role="tab"
        aria-selected={isActive}
        tabIndex={isActive ? 0 : -1}
        className={styles.name}
        title={file}
        onClick={() => openFile(file)}
      >
        {folder !== '' && <span className={styles.folder}>{folder}</span>}
        <span className={styles.file}>{name}</span>
        {changed && <span className={styles.changed} title="Changed since import" aria-label="changed" />}
        {status && <span className={styles.stale}>{status}</span>}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles.close}
        // A row of tabs has only tabs for assistive technology; there, Delete closes.
        aria-hidden
        title={`Close ${file}`}
        onClick={() => closeFile(file)}
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
