import type { ImportContext } from './ImportSource.ts';

const reportEvery = 50;
const workFor = 12;

/** One step of a long import: reports, gives the page a turn when it has worked long enough, and stops when cancelled. */
export type ImportPace = (done: number, total: number | null, label: string) => Promise<void>;

export function createImportPace({ signal, onProgress }: Pick<ImportContext, 'signal' | 'onProgress'>): ImportPace {
  let reportedAt = -Infinity;
  let pausedAt = performance.now();
  return async (done, total, label) => {
    signal.throwIfAborted();
    const now = performance.now();
    if (now - reportedAt >= reportEvery) {
      reportedAt = now;
      onProgress(done, total, label);
    }
    if (now - pausedAt >= workFor) {
      await nextTask();
      pausedAt = performance.now();
    }
    signal.throwIfAborted();
  };
}

/** A message, not a timer: timers of a tab in the background come once a second. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
