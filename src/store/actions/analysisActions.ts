import type { FilePath } from '../../engine/index.ts';
import { OutdatedAnswer } from '../../worker/EngineClient.ts';
import type { WorkspaceChange } from '../../worker/protocol.ts';
import { requireServices } from '../services.ts';
import { patchSlice, polder } from '../store.ts';

/** What the worker was told last: only what differs is sent again. */
let sent: ReadonlyMap<FilePath, string> = new Map();
let fresh = true;

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
    patchSlice('analysis', {
      status: 'idle',
      snapshot,
      revision,
      milliseconds: now() - started,
      error: null,
    });
  } catch (error) {
    if (error instanceof OutdatedAnswer) return;
    // The worker is started anew and knows nothing: the next change tells it everything.
    sent = new Map();
    fresh = true;
    patchSlice('analysis', { status: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}
