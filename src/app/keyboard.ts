import { commands } from '../commands/registry.ts';
import { matchesShortcut, type Platform } from '../commands/shortcuts.ts';
import type { Command } from '../commands/Command.ts';
import type { PolderState } from '../store/state.ts';

export interface KeyContext {
  readonly state: PolderState;
  readonly platform: Platform;
  /** The key goes into a text field or the editor. */
  readonly inText: boolean;
  /** The key goes into something with keys of its own: a menu, a list of choices, a dialog. */
  readonly inWidget: boolean;
}

/** The command a key press means, if any. Pure, for the listener below and for tests. */
export function findPressedCommand(
  press: KeyboardEvent,
  { state, platform, inText, inWidget }: KeyContext,
): Command | null {
  const busy = state.dialog !== null || inWidget;
  const command = commands.find(({ shortcut }) => shortcut !== null && matchesShortcut(press, shortcut, platform));
  if (!command || !command.isAvailable(state)) return null;
  if ((inText || busy) && command.inText !== true) return null;
  if (busy && command.id !== 'palette.open') return null;
  return command;
}

export const isText = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox]), textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox]',
  ) !== null;

export const isWidget = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=menu], [role=listbox], [role=dialog]') !== null;
