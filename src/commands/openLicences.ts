import { always, type Command } from './Command.ts';

/** A file beside the app, so that it is there wherever the app is served. */
export const openLicences: Command = {
  id: 'help.licences',
  label: 'Licences of what Polder is built from',
  group: 'Help',
  shortcut: null,
  isAvailable: always,
  run: () => void window.open(new URL('./third-party-licences.txt', document.baseURI), '_blank', 'noopener'),
};
