import type { FilePath } from '../../engine/index.ts';
import { OutdatedAnswer } from '../../worker/EngineClient.ts';
import type { WorkspaceChange } from '../../worker/protocol.ts';
import { requireServices } from '../services.ts';
import { isLarge } from '../selectors.ts';
import { patchSlice, polder } from '../store.ts';

/** What the worker was told last: only what differs is sent again. */
let sent: ReadonlyMap<FilePath, string> = new Map();
let fresh = true;

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Another workspace is shown from now on; the worker forgets the one before. */
export function forgetAnalysis(): void {
  sent = new Map();
  fresh = true;
  patchSlice('analysis', { snapshot: null, revision: -1, hints: [], error: null });
}

/** Sends what changed to the worker and shows the answer, unless newer text was sent meanwhile. */
export async function analyse(): Promise<void> {
  const { engine, now } = requireServices();
  const { files, revision, assumeComplete } = polder.getState().workspace;
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const change: WorkspaceChange = {
    changed: files.filter((file) => sent.get(file.path) !== file.text).map(({ path, text }) => ({ path, text })),
    removed: [...sent.keys()].filter((path) => !texts.has(path)),
    order: files.map((file) => file.path),
    fresh,
    assumeComplete,
  };
  sent = texts;
  fresh = false;
  patchSlice('analysis', { status: 'running' });
  const started = now();
  try {
    const snapshot = await engine.ask('update', change);
    const milliseconds = now() - started;
    if (isLarge(snapshot)) {
      // Not drawn in the same breath in which it was unpacked.
      await nextTask();
      // Newer text was sent, or another workspace opened, between the two tasks.
      if (sent !== texts) return;
    }
    patchSlice('analysis', { status: 'idle', snapshot, revision, milliseconds, error: null });
  } catch (error) {
    if (error instanceof OutdatedAnswer) return;
    // The worker is started anew and knows nothing: the next change tells it everything.
    sent = new Map();
    fresh = true;
    patchSlice('analysis', { status: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}
