import { describe, expect, it } from 'vitest';
import { initialState } from '../store/initialState.ts';
import type { PolderState } from '../store/state.ts';
import { findPressedCommand, type KeyContext } from './keyboard.ts';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...modifiers }) as KeyboardEvent;

const flowSelected: PolderState = {
  ...initialState,
  selection: { type: 'flow', from: 'shop/Deployment/web', to: 'shop/Deployment/api' },
};

const pressed = (event: KeyboardEvent, context: Partial<KeyContext> = {}) =>
  findPressedCommand(event, {
    state: initialState,
    platform: { isMac: false },
    inText: false,
    inWidget: false,
    ...context,
  })?.id ?? null;

describe('the keyboard', () => {
  it('runs commands that are available', () => {
    expect(pressed(press('k', { ctrlKey: true }))).toBe('palette.open');
    expect(pressed(press('Delete'), { state: flowSelected })).toBe('flow.deny');
    expect(pressed(press('Delete'))).toBeNull();
  });

  it('leaves text alone but for the commands meant for it', () => {
    expect(pressed(press('a'), { state: flowSelected, inText: true })).toBeNull();
    expect(pressed(press('k', { ctrlKey: true }), { inText: true })).toBe('palette.open');
  });

  it('does nothing behind an open dialog or menu', () => {
    const asking: PolderState = { ...flowSelected, dialog: { type: 'export' } };
    expect(pressed(press('Delete'), { state: asking })).toBeNull();
    expect(pressed(press('Delete'), { state: flowSelected, inWidget: true })).toBeNull();
  });
});
