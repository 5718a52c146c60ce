import { ChevronDown } from 'lucide-react';
import { run } from '../panels/command/run.ts';
import { openDialog } from '../store/actions/dialogActions.ts';
import { openWorkspace } from '../store/actions/workspaceActions.ts';
import { usePolder } from '../store/store.ts';
import { findCommand } from '../commands/registry.ts';
import { Button } from '../ui/Button.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import styles from './WorkspaceMenu.module.css';

const shownAtMost = 8;

/** The name of the workspace; its menu switches to another. */
export function WorkspaceMenu() {
  const name = usePolder(({ workspace }) => workspace.name);
  const id = usePolder(({ workspace }) => workspace.id);
  const all = usePolder(({ workspace }) => workspace.all);
  const isEmpty = usePolder(({ workspace }) => workspace.files.length === 0);
  const recent = all.toSorted((a, b) => b.savedAt - a.savedAt).slice(0, shownAtMost);
  const items: MenuItem[] = [
    ...(recent.length > 0 ? [{ type: 'heading' as const, id: 'recent', label: 'Workspaces in this browser' }] : []),
    ...recent.map((info) => ({
      type: 'item' as const,
      id: info.id,
      label: info.name,
      checked: info.id === id,
      onSelect: () => run(() => openWorkspace(info.id)),
    })),
    { type: 'separator', id: 'line' },
    {
      type: 'item',
      id: 'manage',
      label: 'Rename, delete, new…',
      onSelect: () => openDialog({ type: 'workspaces' }),
    },
    { type: 'item', id: 'import', label: 'Import…', onSelect: () => openDialog({ type: 'import' }) },
    {
      type: 'item',
      id: 'clear',
      label: 'Clear this workspace…',
      disabled: isEmpty,
      onSelect: () => run(() => findCommand('workspace.clear')?.run()),
    },
  ];
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="s" className={styles.button} aria-label={`Workspace: ${name || 'none'}`}>
          <span className={styles.name}>{name || 'No workspace'}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
      items={items}
    />
  );
}
