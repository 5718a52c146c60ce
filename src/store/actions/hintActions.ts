import { patchSlice, polder } from '../store.ts';
import { askAssist } from './assistActions.ts';

/** In milliseconds: nobody types any more, and the engine has nothing better to do. */
const rest = 300;

/** From now on, all files are looked through whenever the text has come to rest. */
export function watchHints(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  polder.subscribe(({ analysis }, before) => {
    if (analysis.snapshot === before.analysis.snapshot || analysis.snapshot === null) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void findHints(), rest);
  });
}

async function findHints(): Promise<void> {
  const { id, revision } = polder.getState().workspace;
  const isOver = (): boolean => {
    const { workspace } = polder.getState();
    return workspace.id !== id || workspace.revision !== revision;
  };
  const hints = await askAssist('hints', { file: null }, isOver);
  if (hints !== null && !isOver()) patchSlice('analysis', { hints });
}
