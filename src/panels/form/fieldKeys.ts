import type { KeyboardEvent } from 'react';

export interface FieldKeys {
  readonly onEnter?: (() => void) | undefined;
  /** Without it, Escape goes on to whatever is around. */
  readonly onEscape?: (() => void) | undefined;
}

/** What Enter and Escape do in a field. */
export const fieldKeys =
  ({ onEnter, onEscape }: FieldKeys) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onEnter?.();
    if (event.key !== 'Escape' || !onEscape) return;
    event.stopPropagation();
    onEscape();
  };
