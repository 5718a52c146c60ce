/** Milliseconds to wait where the browser cannot say when it has nothing to do (Safari). */
const patience = 500;

/** Runs `work` when the browser has nothing to do. Gives back what calls it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = window.setTimeout(work, patience);
    return () => window.clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(work);
  return () => window.cancelIdleCallback(handle);
}
