import { useEffect } from 'react';
import { setDockOpen, setExplorerOpen, setInspectorOpen } from '../store/actions/viewActions.ts';
import { polder } from '../store/store.ts';

/** In less than this (a window at 200 %, half a screen) what is in the middle would have no room left. */
const [low, narrow] = [560, 900];

/**
 * Folds the dock away where the window is low, and explorer and inspector where it is narrow; they come back with the room. What somebody
 * opens in a small window stays open, and what is selected opens the inspector.
 */
function createFolding(): () => void {
  const before = { isLow: false, isNarrow: false };
  const folded = { dock: false, explorer: false, inspector: false };
  return () => {
    const { dockOpen, explorerOpen, inspectorOpen } = polder.getState().view;
    const now = { isLow: window.innerHeight < low, isNarrow: window.innerWidth < narrow };
    if (now.isLow !== before.isLow) {
      if (now.isLow ? dockOpen : folded.dock) setDockOpen(!now.isLow);
      folded.dock = now.isLow && dockOpen;
    }
    if (now.isNarrow !== before.isNarrow) {
      if (now.isNarrow ? explorerOpen : folded.explorer) setExplorerOpen(!now.isNarrow);
      folded.explorer = now.isNarrow && explorerOpen;
      if (now.isNarrow ? inspectorOpen : folded.inspector) setInspectorOpen(!now.isNarrow);
      folded.inspector = now.isNarrow && inspectorOpen;
    }
    Object.assign(before, now);
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
