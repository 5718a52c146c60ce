import type { PolderState } from '../store/state.ts';

export type CommandGroup = 'Workspace' | 'Edit' | 'Flows' | 'Design' | 'View' | 'Export' | 'Help';

/**
 * Something a person can do. Menu, toolbar, palette, keyboard and canvas all run the same object.
 */
export interface Command {
  /** Unique, `noun.verb`. */
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup;
  /** `Mod+Shift+Z`: `Mod` is ⌘ on a Mac and Ctrl elsewhere. Unique, or null. */
  readonly shortcut: string | null;
  /** Whether it works inside text fields and the editor too. */
  readonly inText?: boolean;
  isAvailable(state: PolderState): boolean;
  run(): void | Promise<void>;
}

export const always = (): boolean => true;
