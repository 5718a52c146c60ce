import { FileTabs } from './FileTabs.tsx';
import { MonacoHost } from './MonacoHost.tsx';
import { usePolder } from '../store/store.ts';
import styles from './EditorDock.module.css';

/** The dock's editor: a tab per open file above one Monaco. Loaded lazily, Monaco with it. */
export default function EditorDock() {
  const activeFile = usePolder((state) => state.editor.activeFile);
  return (
    <section className={styles.dock} aria-label="Editor">
      <FileTabs />
      <div className={styles.body} role="tabpanel" aria-label={activeFile ?? 'No file open'}>
        <MonacoHost />
        {activeFile === null && <p className={styles.empty}>Choose a file in the explorer to read and edit it here.</p>}
      </div>
    </section>
  );
}
