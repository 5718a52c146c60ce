import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { listTextChanges, type TextChangeOfFile } from '../../store/actions/changesActions.ts';
import { openDialog } from '../../store/actions/dialogActions.ts';
import { openFile } from '../../store/actions/editorActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DiffText } from '../../ui/DiffText.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { patchLines } from '../exporting/patchLines.ts';
import styles from './ChangesPanel.module.css';

const typeWords = { changed: 'changed', made: 'new file', removed: 'removed' };
/** Lines of one file before the rest is asked for. */
const shownAtFirst = 300;
/** `diff --git`, the names and the mode: the file's name stands above. */
const isHeader = /^(diff --git|--- |\+\+\+ |new file mode|deleted file mode)/;

/** The lines that differ from the import, file by file. */
export function TextChanges() {
  const workspace = usePolder((state) => state.workspace);
  // The files are all that the list depends on.
  const changes = useMemo(() => (workspace.files ? listTextChanges() : []), [workspace]);
  return (
    <section className={styles.text} aria-label="Text changes">
      <header className={styles.head}>
        <h3 className={styles.title}>{formatCount(changes.length, 'file changed', 'files changed')}</h3>
        <Button
          size="s"
          variant="quiet"
          icon={<Download size={14} aria-hidden />}
          onClick={() => openDialog({ type: 'export' })}
        >
          Export…
        </Button>
      </header>
      <div className={styles.files}>
        {changes.map((change) => (
          <FileChange key={change.path} change={change} />
        ))}
      </div>
    </section>
  );
}

function FileChange({ change: { path, type, patch } }: { change: TextChangeOfFile }) {
  const [all, setAll] = useState(false);
  const lines = useMemo(
    () => patchLines(patch).filter((line) => line.type !== 'gap' || !isHeader.test(line.text)),
    [patch],
  );
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <div>
      <p className={styles.file}>
        {type === 'removed' ? path : <LinkButton onClick={() => openFile(path)}>{path}</LinkButton>}{' '}
        <span className={styles.quiet}>{typeWords[type]}</span>
      </p>
      {patch === '' ? (
        <p className={styles.quiet}>No lines to show: the file is UTF-16, which git takes for binary.</p>
      ) : (
        <DiffText label={`Changes in ${path}`} lines={shown} />
      )}
      {lines.length > shown.length ? (
        <LinkButton onClick={() => setAll(true)}>Show {lines.length - shown.length} more lines</LinkButton>
      ) : null}
    </div>
  );
}
