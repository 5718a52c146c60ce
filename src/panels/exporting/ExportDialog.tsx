import { Copy, Download, FileArchive, FileDiff } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FilePath } from '../../engine/index.ts';
import { closeDialog } from '../../store/actions/dialogActions.ts';
import { copyDocument, downloadFile, exportZip } from '../../store/actions/exportActions.ts';
import { copyPatch, currentPatch, exportPatch } from '../../store/actions/patchActions.ts';
import { countChanges } from '../../store/selectors.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DiffText } from '../../ui/DiffText.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { Notice } from '../../ui/Notice.tsx';
import { notify } from '../../ui/notify.tsx';
import { run } from '../command/run.ts';
import { PictureExport } from './PictureExport.tsx';
import { patchLines } from './patchLines.ts';
import styles from './ExportDialog.module.css';

const shownAtMost = 2000;

const copied = (done: boolean, what: string): void => {
  if (done) notify.done(`Copied ${what}.`);
  else notify.failed('The browser did not allow copying.');
};

/** Takes the text away: as a patch of everything changed, as a zip, or one file or document. */
export function ExportDialog() {
  const workspace = usePolder((state) => state.workspace);
  const changes = usePolder(countChanges);
  // The patch depends on the workspace's files alone, which is what makes it current.
  const patch = useMemo(() => (workspace.files ? currentPatch() : null), [workspace]);
  const lines = useMemo(() => patchLines(patch?.text ?? ''), [patch]);
  const isEmpty = lines.length === 0;
  return (
    <Dialog
      title="Export"
      description={`“${workspace.name}”, ${formatCount(workspace.files.length, 'file')}`}
      size="l"
      onClose={closeDialog}
    >
      <section>
        <div className={styles.head}>
          <h3 className={styles.heading}>
            <FileDiff size={15} aria-hidden /> Patch of everything changed since the import
          </h3>
          <Button
            size="s"
            icon={<Copy size={14} aria-hidden />}
            disabled={isEmpty}
            onClick={() => run(async () => copied(await copyPatch(), 'the patch'))}
          >
            Copy patch
          </Button>
          <Button
            size="s"
            variant="primary"
            icon={<Download size={14} aria-hidden />}
            disabled={isEmpty}
            onClick={exportPatch}
          >
            Download patch
          </Button>
        </div>
        {changes === 0 ? (
          <p className={styles.quiet}>Nothing has changed since the import.</p>
        ) : (
          <>
            <p className={styles.quiet}>
              {formatCount(changes, 'file')} changed. In your checkout: <code>git apply NAME.patch</code>
            </p>
            {patch && patch.leftOut.length > 0 ? (
              <Notice tone="warning" boxed>
                Not in the patch, because git takes UTF-16 for binary: {patch.leftOut.join(', ')}. Download{' '}
                {patch.leftOut.length === 1 ? 'it' : 'them'} below.
              </Notice>
            ) : null}
            <div className={styles.patch}>
              <DiffText label="Patch" lines={lines.slice(0, shownAtMost)} />
            </div>
            {lines.length > shownAtMost ? (
              <p className={styles.quiet}>{lines.length - shownAtMost} more lines in the download.</p>
            ) : null}
          </>
        )}
      </section>
      <section className={styles.part}>
        <div className={styles.head}>
          <h3 className={styles.heading}>
            <FileArchive size={15} aria-hidden /> All files
          </h3>
          <Button
            size="s"
            icon={<Download size={14} aria-hidden />}
            disabled={workspace.files.length === 0}
            onClick={() => run(exportZip)}
          >
            Download zip
          </Button>
        </div>
      </section>
      <PictureExport />
      <OneFile />
    </Dialog>
  );
}

function OneFile() {
  const files = usePolder(({ workspace }) => workspace.files);
  const activeFile = usePolder(({ editor }) => editor.activeFile);
  const documents = usePolder(({ analysis }) => analysis.snapshot?.documents);
  const [chosen, setChosen] = useState<FilePath | null>(activeFile);
  const [chosenDocument, setChosenDocument] = useState<string | null>(null);
  const path = files.find((file) => file.path === chosen)?.path ?? null;
  const own = documents?.filter(({ file, status }) => file === path && status !== 'empty') ?? [];
  const document = own.find(({ index }) => String(index) === chosenDocument) ?? own[0];
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>One file or document</h3>
      <div className={styles.one}>
        <Combobox
          label="File"
          placeholder="Choose a file"
          value={path}
          options={files.map((file) => ({ value: file.path, label: file.path }))}
          onChange={(next) => {
            setChosen(next as FilePath);
            setChosenDocument(null);
          }}
        />
        <Button
          icon={<Download size={14} aria-hidden />}
          disabled={path === null}
          onClick={() => path && downloadFile(path)}
        >
          Download file
        </Button>
      </div>
      {own.length > 0 && path !== null ? (
        <div className={styles.one}>
          <Combobox
            label="Document"
            placeholder="Choose a document"
            value={document ? String(document.index) : null}
            options={own.map(({ index, first, objectCount }) => ({
              value: String(index),
              label: first ? `${first.kind} ${first.name}` : `Document ${index + 1}`,
              detail: objectCount > 1 ? `and ${objectCount - 1} more` : (first?.namespace ?? ''),
            }))}
            onChange={setChosenDocument}
          />
          <Button
            icon={<Copy size={14} aria-hidden />}
            disabled={!document}
            onClick={() =>
              document && run(async () => copied(await copyDocument(path, document.index), 'the document'))
            }
          >
            Copy document
          </Button>
        </div>
      ) : null}
    </section>
  );
}
