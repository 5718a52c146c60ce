/** The parts of a keyboard event that shortcuts look at. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export interface Platform {
  readonly isMac: boolean;
}

/** Whether the key press is the shortcut, e.g. `Mod+Shift+Z`, `?` or `F`. */
export function matchesShortcut(press: KeyPress, shortcut: string, { isMac }: Platform): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1)!;
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (mod !== has('Mod') || other || press.altKey !== has('Alt')) return false;
  // Shift is part of typing a sign such as `?`; it only counts for letters and named keys.
  const shiftCounts = key.length > 1 || /[A-Z0-9]/.test(key);
  if (shiftCounts && press.shiftKey !== has('Shift')) return false;
  return press.key.toUpperCase() === key.toUpperCase();
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };
const words: Readonly<Record<string, string>> = { Mod: 'Ctrl' };

/** For people: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function formatShortcut(shortcut: string, { isMac }: Platform): string {
  const parts = shortcut.split('+');
  if (!isMac) return parts.map((part) => words[part] ?? part).join('+');
  const order = ['Alt', 'Shift', 'Mod'];
  const modifiers = order.filter((name) => parts.slice(0, -1).includes(name)).map((name) => macSigns[name]);
  return [...modifiers, macSigns[parts.at(-1)!] ?? parts.at(-1)].join('');
}
