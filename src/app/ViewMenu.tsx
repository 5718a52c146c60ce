import { Ellipsis } from 'lucide-react';
import { findCommand } from '../commands/registry.ts';
import { run } from '../panels/command/run.ts';
import { shortcutText } from '../panels/command/platform.ts';
import { setShowOpenFlows, setTheme } from '../store/actions/viewActions.ts';
import type { Theme } from '../store/state.ts';
import { usePolder } from '../store/store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';

const themes: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

const fromCommand = (id: string): readonly MenuItem[] => {
  const command = findCommand(id);
  return command
    ? [
        {
          type: 'item',
          id,
          label: command.label,
          shortcut: shortcutText(command.shortcut),
          onSelect: () => run(() => command.run()),
        },
      ]
    : [];
};

/** Theme, what the graph draws, help. */
export function ViewMenu() {
  const theme = usePolder(({ view }) => view.theme);
  const showOpenFlows = usePolder(({ view }) => view.showOpenFlows);
  const items: readonly MenuItem[] = [
    { type: 'heading', id: 'graph', label: 'Graph' },
    {
      type: 'item',
      id: 'openFlows',
      label: 'Draw flows open by default',
      checked: showOpenFlows,
      shortcut: shortcutText(findCommand('view.openFlows')?.shortcut ?? null),
      onSelect: () => setShowOpenFlows(!showOpenFlows),
    },
    ...fromCommand('view.fit'),
    ...fromCommand('view.tidy'),
    ...fromCommand('view.collapseAll'),
    ...fromCommand('view.expandAll'),
    { type: 'separator', id: 'line-1' },
    { type: 'heading', id: 'theme', label: 'Theme' },
    ...themes.map(({ id, label }): MenuItem => ({
      type: 'item',
      id: `theme-${id}`,
      label,
      checked: theme === id,
      onSelect: () => setTheme(id),
    })),
    { type: 'separator', id: 'line-2' },
    ...fromCommand('help.shortcuts'),
    ...fromCommand('help.licences'),
  ];
  return (
    <Menu
      align="end"
      trigger={<IconButton label="View and help" icon={<Ellipsis size={16} aria-hidden />} />}
      items={items}
    />
  );
}
