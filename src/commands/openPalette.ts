import { openDialog } from '../store/actions/dialogActions.ts';
import { always, type Command } from './Command.ts';

export const openPalette: Command = {
  id: 'palette.open',
  label: 'Show all commands',
  group: 'Help',
  shortcut: 'Mod+K',
  inText: true,
  isAvailable: always,
  run: () => openDialog({ type: 'palette' }),
};
