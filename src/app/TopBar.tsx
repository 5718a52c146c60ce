import { Download, PanelBottom, PanelLeft, PanelRight, Redo2, Search, Undo2, Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { findCommand } from '../commands/registry.ts';
import { CommandButton, CommandIcon } from '../panels/command/CommandButton.tsx';
import { shortcutText } from '../panels/command/platform.ts';
import { VerdictBasis } from '../panels/knowledge/VerdictBasis.tsx';
import { openDialog } from '../store/actions/dialogActions.ts';
import { setDockTab } from '../store/actions/viewActions.ts';
import { countChanges } from '../store/selectors.ts';
import { usePolder } from '../store/store.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { PolderMark } from './PolderMark.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';
import styles from './TopBar.module.css';

export function TopBar() {
  return (
    <header className={styles.bar}>
      <h1 className={styles.brand}>
        <PolderMark />
        <span className={styles.word}>Polder</span>
      </h1>
      <WorkspaceMenu />
      <VerdictBasis className={styles.profile} align="start" side="bottom" />
      <SearchButton />
      <div className={styles.group}>
        <HistoryButtons />
      </div>
      <ChangesButton />
      <div className={styles.group}>
        <BarButton id="import.open" icon={<Upload size={15} aria-hidden />} text="Import" />
        <BarButton id="export.open" icon={<Download size={15} aria-hidden />} text="Export" />
      </div>
      <PanelToggles />
    </header>
  );
}

const SearchButton = () => (
  <button type="button" className={styles.search} onClick={() => openDialog({ type: 'palette' })}>
    <Search size={14} aria-hidden />
    <span className={styles.searchText}>Search or run a command</span>
    <Kbd>{shortcutText('Mod+K')}</Kbd>
  </button>
);

function HistoryButtons() {
  const undo = findCommand('edit.undo');
  const redo = findCommand('edit.redo');
  const undone = usePolder(({ history }) => history.undo.at(-1)?.label);
  const redone = usePolder(({ history }) => history.redo.at(-1)?.label);
  return (
    <>
      {undo ? (
        <CommandIcon
          command={undo}
          label={undone ? `Undo: ${undone}` : 'Undo'}
          icon={<Undo2 size={16} aria-hidden />}
        />
      ) : null}
      {redo ? (
        <CommandIcon
          command={redo}
          label={redone ? `Redo: ${redone}` : 'Redo'}
          icon={<Redo2 size={16} aria-hidden />}
        />
      ) : null}
    </>
  );
}

function ChangesButton() {
  const changes = usePolder(countChanges);
  return (
    <Button
      size="s"
      variant="quiet"
      className={styles.changes}
      data-some={changes > 0 ? '' : undefined}
      title="Files changed since the import"
      onClick={() => setDockTab('changes')}
    >
      {changes === 0 ? 'No changes' : formatCount(changes, 'file changed', 'files changed')}
    </Button>
  );
}

function BarButton({ id, icon, text }: { id: string; icon: ReactNode; text: string }) {
  const command = findCommand(id);
  if (!command) return null;
  return (
    <CommandButton command={command} size="s" icon={icon}>
      {text}
    </CommandButton>
  );
}

function PanelToggles() {
  const { explorerOpen, dockOpen, inspectorOpen } = usePolder(({ view }) => view);
  const toggles = [
    { id: 'view.explorer', icon: <PanelLeft size={16} aria-hidden />, pressed: explorerOpen, label: 'Explorer' },
    { id: 'view.dock', icon: <PanelBottom size={16} aria-hidden />, pressed: dockOpen, label: 'Editor' },
    { id: 'view.inspector', icon: <PanelRight size={16} aria-hidden />, pressed: inspectorOpen, label: 'Inspector' },
  ];
  return (
    <div className={styles.group} role="group" aria-label="Panels">
      {toggles.map(({ id, ...rest }) => {
        const command = findCommand(id);
        return command ? <CommandIcon key={id} command={command} {...rest} /> : null;
      })}
      <ViewMenu />
    </div>
  );
}
