import { setTheme } from '../store/actions/viewActions.ts';
import type { Theme } from '../store/state.ts';
import { polder } from '../store/store.ts';
import { always, type Command } from './Command.ts';

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

export const toggleTheme: Command = {
  id: 'view.theme',
  label: 'Change the theme: system, light, dark',
  group: 'View',
  shortcut: null,
  isAvailable: always,
  run: () => setTheme(next[polder.getState().view.theme]),
};
