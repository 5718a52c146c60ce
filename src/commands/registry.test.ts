import { describe, expect, it } from 'vitest';
import { commands } from './registry.ts';
import { formatShortcut, matchesShortcut } from './shortcuts.ts';

const press = (key: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});
const pc = { isMac: false };
const mac = { isMac: true };

describe('the commands', () => {
  it('have ids of their own', () => {
    const ids = commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('have shortcuts of their own', () => {
    const shortcuts = commands.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});

describe('a shortcut', () => {
  it('means Ctrl on a PC and ⌘ on a Mac', () => {
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', pc)).toBe(true);
    expect(matchesShortcut(press('k', { metaKey: true }), 'Mod+K', mac)).toBe(true);
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', mac)).toBe(false);
  });

  it('does not answer to more modifiers than it names', () => {
    expect(matchesShortcut(press('z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', pc)).toBe(false);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', pc)).toBe(true);
  });

  it('may be a sign that needs Shift on some keyboards', () => {
    expect(matchesShortcut(press('?', { shiftKey: true }), '?', pc)).toBe(true);
  });

  it('is written as the platform does', () => {
    expect(formatShortcut('Mod+Shift+Z', pc)).toBe('Ctrl+Shift+Z');
    expect(formatShortcut('Mod+Shift+Z', mac)).toBe('⇧⌘Z');
  });
});
