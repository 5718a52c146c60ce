import { formatShortcut, type Platform } from '../../commands/shortcuts.ts';

export const platform: Platform = { isMac: /mac|iphone|ipad/i.test(navigator.userAgent) };

/** For people, null when the command has none. */
export const shortcutText = (shortcut: string | null): string | null =>
  shortcut === null ? null : formatShortcut(shortcut, platform);
