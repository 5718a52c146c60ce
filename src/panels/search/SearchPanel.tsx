import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { reveal } from '../../store/actions/editorActions.ts';
import { usePolder } from '../../store/store.ts';
import { Count } from '../../ui/Count.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Tree } from '../../ui/Tree.tsx';
import { listSearchRows, type SearchRow } from './listSearchRows.ts';
import { searchFiles } from './searchFiles.ts';
import styles from './SearchPanel.module.css';

const limit = 2000;

/** Words in all files of the workspace; a click opens the place. */
export function SearchPanel() {
  const files = usePolder(({ workspace }) => workspace.files);
  const isShown = usePolder(({ view }) => view.dockTab === 'find');
  const [words, setWords] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(words);
  const result = useMemo(() => (isShown ? searchFiles(files, wanted, limit) : null), [files, wanted, isShown]);
  const rows = useMemo(() => (result === null ? [] : listSearchRows(result, closed)), [result, closed]);

  useEffect(() => {
    if (isShown) field.current?.select();
  }, [isShown]);

  const toggle = ({ id }: SearchRow) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <TextField
          ref={field}
          label="Find in all files"
          labelHidden
          type="search"
          placeholder="Find in all files"
          icon={<Search size={14} aria-hidden />}
          value={words}
          onChange={setWords}
        />
        <span className={styles.summary} role="status">
          {result === null || wanted === '' ? '' : summarize(result)}
        </span>
      </div>
      <div className={styles.results}>
        {rows.length === 0 ? null : (
          <Tree
            label="Places"
            rows={rows}
            selectedId={null}
            renderRow={(row) => <SearchRowContent row={row} />}
            onActivate={(row) => (row.type === 'file' ? toggle(row) : reveal(row.match.at))}
            onToggle={toggle}
          />
        )}
      </div>
    </div>
  );
}

function summarize({ count, cut, files }: ReturnType<typeof searchFiles>): string {
  if (count === 0) return 'Not found';
  if (cut) return `The first ${count} places`;
  return `${count} ${count === 1 ? 'place' : 'places'} in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}

function SearchRowContent({ row }: { readonly row: SearchRow }) {
  if (row.type === 'file') {
    return (
      <>
        <span className={styles.file}>{row.label}</span>
        <Count value={row.count} />
      </>
    );
  }
  const { before, match, after, line } = row.match;
  return (
    <>
      <span className={styles.text}>
        {before}
        <mark className={styles.match}>{match}</mark>
        {after}
      </span>
      <span className={styles.line}>{line}</span>
    </>
  );
}
