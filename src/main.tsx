import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createTabJournal } from './files/createTabJournal.ts';
import { createWorkspaceStorage } from './files/createWorkspaceStorage.ts';
import { flushOnHide } from './files/flushOnHide.ts';
import { flushSave } from './store/actions/saveActions.ts';
import { start } from './store/actions/startActions.ts';
import { provideServices } from './store/services.ts';
import { createEngineClient } from './worker/createEngineClient.ts';

/** `crypto.randomUUID` is missing on plain http hosts; these numbers are not. */
const newId = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

/** The composition root: the only place that wires worker, storage, store and app together. */
const storage = createWorkspaceStorage();
const journal = createTabJournal({ session: newId(), now: Date.now });
const engine = createEngineClient(
  () => new Worker(new URL('./worker/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
);
provideServices({ engine, storage, journal, now: Date.now, newId });
flushOnHide({ flush: flushSave });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

void start({ sample: new URLSearchParams(location.search).get('sample') });
