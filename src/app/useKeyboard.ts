import { useEffect } from 'react';
import { platform } from '../panels/command/platform.ts';
import { run } from '../panels/command/run.ts';
import { polder } from '../store/store.ts';
import { findPressedCommand, isText, isWidget } from './keyboard.ts';

/** Runs commands by their shortcuts, wherever the focus is. */
export function useKeyboard(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = findPressedCommand(event, {
        state: polder.getState(),
        platform,
        inText: isText(event.target),
        inWidget: isWidget(event.target),
      });
      if (command === null) return;
      event.preventDefault();
      run(() => command.run());
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
