import { dismissImportReport } from '../../store/actions/importActions.ts';
import { setDockTab } from '../../store/actions/viewActions.ts';
import type { ImportReport as Report } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Popover } from '../../ui/Popover.tsx';
import styles from './ImportReport.module.css';

const reasonWords: Readonly<Record<Report['skipped'][number]['reason'], string>> = {
  'hidden-folder': 'a hidden folder',
  'dependency-folder': 'a folder of dependencies',
  'system-file': 'a file of the system',
  archive: 'an archive inside',
  'not-a-manifest': 'not YAML or JSON',
};

const shownAtMost = 200;

/** What the last import read, passed over and could not take, until it is dismissed. */
export function ImportReport() {
  const report = usePolder((state) => state.import.report);
  if (report === null) return null;
  const { name, fileCount, skipped, problemCount } = report;
  const nothing = fileCount === 0;
  return (
    <Notice
      tone={nothing || problemCount > 0 ? 'warning' : 'info'}
      actions={
        <Button size="s" variant="quiet" onClick={dismissImportReport}>
          Dismiss
        </Button>
      }
    >
      {nothing ? (
        <>Nothing to import was found in “{name}”.</>
      ) : (
        <>
          Imported {formatCount(fileCount, 'file')}
          {name === formatCount(fileCount, 'file') ? '' : ` from “${name}”`}.
        </>
      )}{' '}
      {problemCount > 0 ? (
        <>
          <LinkButton onClick={() => setDockTab('problems')}>
            {formatCount(problemCount, 'file or archive', 'files or archives')} could not be read
          </LinkButton>
          .{' '}
        </>
      ) : null}
      {skipped.length > 0 ? (
        <Popover
          label="Passed over"
          trigger={<LinkButton>{formatCount(skipped.length, 'entry', 'entries')} passed over</LinkButton>}
        >
          <ul className={styles.skipped}>
            {skipped.slice(0, shownAtMost).map(({ path, reason }) => (
              <li key={path}>
                <span className={styles.path}>{path}</span> <span className={styles.reason}>{reasonWords[reason]}</span>
              </li>
            ))}
          </ul>
          {skipped.length > shownAtMost ? (
            <p className={styles.reason}>and {skipped.length - shownAtMost} more</p>
          ) : null}
        </Popover>
      ) : null}
    </Notice>
  );
}
