import { useEffect } from 'react';
import { setDockOpen, setExplorerOpen, setInspectorOpen } from '../store/actions/viewActions.ts';
import { polder } from '../store/store.ts';

/** In less than this (a window at 200 %, half a screen) what is in the middle would have no room left. */
const [low, narrow] = [560, 900];

const panels = [
  { isSmall: () => window.innerHeight < low, open: 'dockOpen', setOpen: setDockOpen },
  { isSmall: () => window.innerWidth < narrow, open: 'explorerOpen', setOpen: setExplorerOpen },
  { isSmall: () => window.innerWidth < narrow, open: 'inspectorOpen', setOpen: setInspectorOpen },
] as const;

/**
 * Folds the dock away where the window is low, and explorer and inspector where it is narrow; they come back with the room. What somebody
 * opens in a small window stays open, and what is selected opens the inspector.
 */
function createFolding(): () => void {
  const states = panels.map(() => ({ wasSmall: false, isFolded: false }));
  return () => {
    panels.forEach(({ isSmall, open, setOpen }, at) => {
      const state = states[at]!;
      const small = isSmall();
      if (small === state.wasSmall) return;
      const isOpen = polder.getState().view[open];
      if (small ? isOpen : state.isFolded) setOpen(!small);
      state.isFolded = small && isOpen;
      state.wasSmall = small;
    });
  };
}

const fold = createFolding();

/** Before the first picture, so that nothing jumps. */
export const startSmallWindow = fold;

export function useSmallWindow(): void {
  useEffect(() => {
    window.addEventListener('resize', fold);
    return () => window.removeEventListener('resize', fold);
  }, []);
}
